/** The widest that a character is on average in the fonts that a drawing falls back on, as a share of its size. */
const characterWidth = 0.54;

/**
 * Breaks a text into lines of at most `width` pixels at `size` pixels a letter, by a width of letters that no
 * fallback font exceeds in running text. Breaks at spaces, and a word only where it is longer than a line.
 */
export function linesOf(text: string, width: number, size: number): string[] {
  const most = Math.max(1, Math.floor(width / (characterWidth * size)));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (line !== '' && line.length + 1 + word.length <= most) line += ` ${word}`;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
    while (line.length > most) {
      lines.push(line.slice(0, most));
      line = line.slice(most);
    }
  }
  return line === '' ? lines : [...lines, line];
}
