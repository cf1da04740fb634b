// Runs before the first paint, so that a chosen theme never flashes the other one. The key is the one in
// src/site/theme-choice.ts; storage may be closed to us, then the system's theme stands.
(function () {
  var root = document.documentElement;
  root.dataset.scripted = '';
  // The head of a page keeps a place for what a slice changes, before the slice is read: an address asks for one
  // with a key of src/slice/fields.ts.
  var keys =
    'preparation|name|size|active|type|provider|moe|family|architecture|organisation|license|base|lineage|precision|template|hub|caution|copies|likes|co2|co2_step|average|ifeval|bbh|math|gpqa|musr|mmlu_pro|uploaded|submitted|run|sizes|carbon|pairs|averages|peers|intervals';
  if (RegExp('[?&](' + keys + ')=').test(location.search)) root.dataset.asked = '';
  try {
    var choice = localStorage.getItem('leaderboard-report:theme');
    if (choice === 'light' || choice === 'dark') root.dataset.theme = choice;
  } catch {
    return;
  }
})();
