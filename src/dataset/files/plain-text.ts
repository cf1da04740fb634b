const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '×': 'x',
  '÷': '/',
  '≤': '<=',
  '≥': '>=',
  '±': '+/-',
};

/** Our own text without typography, for files: straight quotes, CO2, plain spaces. Not for names of others. */
export const plainText = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[^\x20-\x7e]/g, (sign) => plain[sign] ?? sign);
