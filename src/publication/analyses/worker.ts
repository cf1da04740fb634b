// Answers analyses of data in a thread of the build.
import { workerData } from 'node:worker_threads';
import { answerTexts } from '../threads.ts';
import { openAnalyst } from './compute.ts';

answerTexts(await openAnalyst((workerData as { ids: readonly string[] }).ids));
