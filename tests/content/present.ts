import { contentSources } from '../../src/content-check/check.ts';
import { readContent, type ContentFile } from '../../src/content-check/content-file.ts';

/** The content as it stands, or its files of one kind. */
export const presentContent = (kind?: ContentFile['kind']): ContentFile[] =>
  contentSources()
    .map((source) => readContent(source).file)
    .filter((file) => kind === undefined || file.kind === kind);
