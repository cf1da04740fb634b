// Answers slices for the pages of the report in a thread of the build.
import { workerData } from 'node:worker_threads';
import { answerTexts } from '../threads.ts';
import { openAnswerer } from './compute.ts';
import type { PageNeeds } from './needs.ts';

answerTexts(await openAnswerer((workerData as { pages: Readonly<Record<string, PageNeeds>> }).pages));
