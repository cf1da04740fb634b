import { getCollection } from 'astro:content';
import type { CollectionEntry } from 'astro:content';
import { inOrder } from './chapter-order.ts';

/** What a page needs to know of a chapter to name it and link to it. */
export interface ChapterLink {
  /** Address segment: the chapter stands at `/<slug>/`. */
  readonly slug: string;
  readonly title: string;
  readonly order: number;
  readonly question: string;
}

/** Every chapter in reading order. Rejects when two chapters claim the same place. */
export async function chapters(): Promise<CollectionEntry<'chapters'>[]> {
  return inOrder(await getCollection('chapters'));
}

/** The part of a chapter that others link to. */
export function chapterLink(entry: CollectionEntry<'chapters'>): ChapterLink {
  const { title, order, question } = entry.data;
  return { slug: entry.id, title, order, question };
}
