// Runs before the first paint, so that a chosen theme never flashes the other one. The key is the one in
// src/site/theme-choice.ts; storage may be closed to us, then the system's theme stands.
(function () {
  var root = document.documentElement;
  root.dataset.scripted = '';
  // The head of a page keeps a place for what a slice changes, before the slice is read.
  if (location.search) root.dataset.asked = '';
  try {
    var choice = localStorage.getItem('leaderboard-report:theme');
    if (choice === 'light' || choice === 'dark') root.dataset.theme = choice;
  } catch {
    return;
  }
})();
