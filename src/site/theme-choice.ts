/** What a reader can set: the system's theme, or one of the two. */
export const themeChoices = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** Where the choice is kept. `public/theme.js` reads the same key before the first paint. */
export const themeStorageKey = 'leaderboard-report:theme';

/** The choice after this one, round and round. */
export function nextTheme(choice: ThemeChoice): ThemeChoice {
  return themeChoices[(themeChoices.indexOf(choice) + 1) % themeChoices.length] ?? 'auto';
}

/** Reads a stored or written choice; everything unknown is `auto`. */
export function parseTheme(text: string | null | undefined): ThemeChoice {
  return themeChoices.find((choice) => choice === text) ?? 'auto';
}
