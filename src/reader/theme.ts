import { nextTheme, parseTheme, themeStorageKey } from '../site/theme-choice.ts';
import type { ThemeChoice } from '../site/theme-choice.ts';

const root = document.documentElement;

function apply(choice: ThemeChoice): void {
  if (choice === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = choice;
  for (const name of document.querySelectorAll('[data-theme-name]')) name.textContent = choice;
}

function remember(choice: ThemeChoice): void {
  try {
    localStorage.setItem(themeStorageKey, choice);
  } catch {
    // A reader who keeps storage closed still gets the theme on this page.
  }
}

apply(parseTheme(root.dataset['theme']));

for (const button of document.querySelectorAll('[data-theme-toggle]')) {
  button.addEventListener('click', () => {
    const choice = nextTheme(parseTheme(root.dataset['theme']));
    apply(choice);
    remember(choice);
  });
}

// Another tab of the report changed the theme.
addEventListener('storage', (event) => {
  if (event.key === themeStorageKey) apply(parseTheme(event.newValue));
});
