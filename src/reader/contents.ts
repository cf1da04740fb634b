/** Share of the window's height above which a heading counts as reached. */
const readingLine = 0.3;

const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a[href^="#"]')];
const parts = links.flatMap((link) => {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return heading ? [{ link, heading }] : [];
});

function follow(): void {
  const line = innerHeight * readingLine;
  // The last part may be too short to ever reach the line.
  const atEnd = scrollY > 0 && innerHeight + scrollY >= root.scrollHeight - 2;
  const current = atEnd
    ? parts.at(-1)
    : parts.findLast((part) => part.heading.getBoundingClientRect().top <= line);
  for (const { link } of parts) {
    if (link === current?.link) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
}

const root = document.documentElement;
let waiting = false;
function schedule(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    follow();
  });
}

if (parts.length > 0) {
  addEventListener('scroll', schedule, { passive: true });
  addEventListener('resize', schedule, { passive: true });
  schedule();
}
