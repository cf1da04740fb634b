// Runs before the first paint of a page whose first view is that of all models, so that it never flashes where the
// address asks for another one; src/reader/first-view/first-use.ts shows it again if nothing was meant.
if (location.search) document.documentElement.dataset.asked = '';
