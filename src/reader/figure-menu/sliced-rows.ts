import { describeFigureCsv, figureCsv } from '../../rendering/figure-file.ts';
import type { ShownFigure } from '../answers/shown-figure.ts';
import { saveCsv } from '../csv-zip.ts';
import { fileName, fileWords, type Subject } from './subject.ts';

/** Hands the reader the rows that a figure shows of a slice, with their description; answers the name of the file. */
export const saveSliced = (subject: Subject, { figure, rows }: ShownFigure): Promise<string> =>
  saveCsv(
    describeFigureCsv(fileName(subject, 'csv'), figure, fileWords(subject), rows),
    new Blob([figureCsv(figure, rows)]),
  );
