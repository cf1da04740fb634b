/**
 * Address of a model's page on the Hub; null for what is not of the form "organisation/model", or a single
 * name of the Hub's first days such as "gpt2". The name is a stranger's text: each part is encoded, and none may climb out of its place.
 */
export function hubAddress(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const parts = name.split('/');
  if (parts.length > 2 || parts.some((part) => /^\s*\.{0,2}\s*$/.test(part))) return null;
  return `https://huggingface.co/${parts.map(encodeURIComponent).join('/')}`;
}
