// A stroke over a plot that is not live yet shows at once, and the plot takes it over when it comes.

/** Pixels below which a movement is none. */
export const still = 4;

interface Place {
  x: number;
  y: number;
}

/** A stroke, in pixels from the corner of the frame of its plot. */
export interface EarlyStroke {
  pointer: number;
  from: Place;
  to: Place;
  /** Whether the pointer has let go. */
  isOver: boolean;
}

let stroke: EarlyStroke | undefined;
let frame: HTMLElement | undefined;
let box: HTMLElement | undefined;

function end(): void {
  box?.remove();
  stroke = frame = box = undefined;
}

/** The stroke that the reader has drawn or is drawing over a plot, which is no longer held here. */
export function takeStroke(over: HTMLElement): EarlyStroke | undefined {
  const taken = box && over === frame ? stroke : undefined;
  if (taken) end();
  return taken;
}

const placeIn = (element: HTMLElement, { clientX, clientY }: PointerEvent): Place => {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
};

/** Shows the stroke within the drawing, which takes it away with itself. */
function draw({ from, to }: EarlyStroke, plot: HTMLElement): void {
  const area = plot.querySelector('.plot-still-pad')?.getBoundingClientRect();
  if (!area) return;
  const { left, top } = plot.getBoundingClientRect();
  const span = (a: number, b: number, start: number, length: number) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)].map((end) =>
      Math.min(start + length, Math.max(start, end)),
    ) as [number, number];
    return [low, high - low] as const;
  };
  const [x, width] = span(from.x, to.x, area.left - left, area.width);
  const [y, height] = plot.classList.contains('is-scatter')
    ? span(from.y, to.y, area.top - top, area.height)
    : [area.top - top, area.height];
  if (!box) {
    box = document.createElement('div');
    box.className = 'brush-box';
    plot.querySelector('.plot-drawing')!.append(box);
  }
  for (const [side, value] of Object.entries({ left: x, top: y, width, height }))
    box.style.setProperty(side, `${value}px`);
}

/** Hears strokes over the plots of a page until they are live; `begin` makes them so. */
export function hearEarlyStrokes(page: HTMLElement, begin: () => void): void {
  page.addEventListener('pointerdown', (event) => {
    const { target, button, isPrimary, pointerId } = event;
    // What is on the page since it is live hears for itself.
    const drawing = (target as Element).closest('.plot-still-area');
    if (!drawing || button !== 0 || !isPrimary) return;
    end();
    frame = drawing.closest<HTMLElement>('.plot-frame')!;
    frame.setPointerCapture(pointerId);
    const at = placeIn(frame, event);
    stroke = { pointer: pointerId, from: at, to: at, isOver: false };
  });
  const isDrawn = ({ pointerId }: PointerEvent) => stroke?.pointer === pointerId && !stroke.isOver;
  page.addEventListener('pointermove', (event) => {
    if (!stroke || !frame || !isDrawn(event)) return;
    stroke.to = placeIn(frame, event);
    const [across, up] = [stroke.to.x - stroke.from.x, stroke.to.y - stroke.from.y].map(Math.abs) as [
      number,
      number,
    ];
    if (!box && (frame.classList.contains('is-scatter') ? Math.max(across, up) : across) < still) return;
    begin();
    draw(stroke, frame);
  });
  page.addEventListener('pointerup', (event) => {
    if (!stroke || !isDrawn(event)) return;
    if (box) stroke.isOver = true;
    else end();
  });
  page.addEventListener('pointercancel', (event) => {
    if (isDrawn(event)) end();
  });
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') end();
  });
}
