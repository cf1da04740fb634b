// Before the first paint: the theme (src/site/theme-choice.ts), and whether a slice is asked (src/slice/fields.ts, src/reader/versus/parameter.ts).
(function () {
  var root = document.documentElement;
  root.dataset.scripted = '';
  var keys =
    'preparation|name|size|active|type|provider|moe|family|architecture|organisation|license|base|lineage|precision|template|hub|caution|copies|likes|co2|co2_step|average|ifeval|bbh|math|gpqa|musr|mmlu_pro|uploaded|submitted|run|sizes|carbon|pairs|averages|peers|intervals|vs';
  if (RegExp('[?&](' + keys + ')=').test(location.search)) {
    root.dataset.asked = '';
    // What answers it, which the build lists here (src/site/early-modules.ts), so that it is on its way early: right
    // behind the style sheet, without which nothing is painted.
    var modules = [];
    var script = document.currentScript;
    setTimeout(function () {
      modules.forEach(function (name) {
        var link = document.createElement('link');
        link.rel = 'modulepreload';
        link.href = new URL(name, script.src).href;
        document.head.append(link);
      });
    });
  }
  try {
    var choice = localStorage.getItem('leaderboard-report:theme');
    if (choice === 'light' || choice === 'dark') root.dataset.theme = choice;
  } catch {
    return;
  }
})();
