const form = document.querySelector<HTMLFormElement>('form[data-model-search]');
let asked = false;

// The form sends what it holds as well; the search comes to who reaches for the field.
form?.addEventListener('focusin', () => {
  if (asked) return;
  asked = true;
  import('./find-form.ts').then(
    ({ offerModels }) => offerModels(form),
    () => (asked = false),
  );
});
