/** Whether the text is a day that exists, written 2024-07-31. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // JavaScript rolls 30 February over into March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
