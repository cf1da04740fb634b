import type { Axis, AxisChoice } from './axes.ts';
import type { Ranges } from './bounds.ts';
import { strokeOf, withoutStrokes, withStrokes } from './brush.ts';
import { BrushPad, type Box } from './brush-pad.ts';
import { takeStroke } from './early-stroke.ts';
import type { Mask } from './kept.ts';
import { nearest } from '../reader/chart/nearest.ts';
import type { Words } from '../reader/chart/tooltip.ts';
import type { Plot } from './plot.ts';
import { Overlay } from './overlay.ts';
import { PlotView } from './plot-view.ts';
import { endSignals } from './scatter-plot.ts';
import { spanAt, strokeAt, type LaidAxis, type Span } from './span.ts';

/** What a panel tells the page. */
export interface PanelListener {
  /** A stroke that is being drawn would set these ranges. */
  preview(ranges: Ranges): void;
  endPreview(): void;
  /** A stroke set these ranges. */
  release(ranges: Ranges): void;
  /** The pointer is at a model. */
  point(position: number, at: { x: number; y: number }): void;
  /** The pointer is at something that is told in words. */
  say(words: Words, at: { x: number; y: number }): void;
  /** The pointer is at nothing. */
  leave(): void;
  /** A model was chosen. */
  choose(position: number): void;
}

/** Pixels from a point within which the pointer reaches it. */
const reach = 14;

/** One plot on the page: the drawing, and the glass on which the reader strokes. */
export class Panel {
  readonly #root: HTMLElement;
  readonly #view: PlotView;
  readonly #overlay: Overlay;
  readonly #pad: BrushPad;
  readonly #listener: PanelListener;
  readonly #height: number;
  readonly #plots: string;
  #plot: Plot | undefined;
  #ranges: Ranges | undefined;
  #kept: Mask | undefined;
  #pixels: { x: Float32Array; y: Float32Array } | undefined;
  #width = 0;

  /** A panel in `root`, whose first child holds the drawing; `plots` is where compiled plots are. */
  constructor(root: HTMLElement, plots: string, two: boolean, height: number, listener: PanelListener) {
    this.#root = root;
    this.#plots = plots;
    this.#height = height;
    this.#listener = listener;
    this.#view = new PlotView(root.firstElementChild as HTMLElement);
    this.#overlay = new Overlay(root);
    this.#pad = new BrushPad(root, two, {
      stroke: (box) => this.#ranges && listener.preview(this.#rangesOf(box)),
      release: (box) => this.#ranges && listener.release(this.#rangesOf(box)),
      cancel: () => listener.endPreview(),
      clear: () => this.#ranges && listener.release(withoutStrokes(this.#ranges, this.#axes())),
      hover: (at) => this.#hover(at),
      click: (at) => this.#click(at),
    });
  }

  /** Draws a plot anew. */
  async open(plot: Plot, kept: Mask, ranges: Ranges): Promise<void> {
    this.#width = this.#root.clientWidth;
    const words = { '{x}': plot.x.axis.title, '{y}': plot.y?.axis.title ?? '' };
    const opened = await this.#view.open({
      url: `${this.#plots}${plot.id}.vega.json`,
      words,
      signals: endSignals(plot.ends),
      rows: plot.rows,
      width: this.#width,
      height: this.#height,
    });
    if (!opened) return;
    this.#plot = plot;
    this.#lay();
    this.#pad.name(
      `Clear the range of ${this.#axes()
        .map(({ label }) => label)
        .join(' and ')}`,
    );
    // What was kept may have changed while the drawing was made.
    this.follow(this.#kept ?? kept, this.#ranges ?? ranges);
    const early = takeStroke(this.#root);
    if (early) this.#pad.take(early);
  }

  /** Lets the drawing follow what ranges keep. */
  follow(kept: Mask, ranges: Ranges): void {
    this.#kept = kept;
    this.#ranges = ranges;
    if (!this.#plot) return;
    const { follow, points, cells } = this.#plot;
    if (follow) this.#view.change(follow(kept));
    if (points && this.#pixels) this.#overlay.points(points, this.#pixels, kept);
    if (cells) this.#overlay.cells(cells, { x: this.#view.scale('x'), y: this.#view.scale('y') }, kept);
    this.#showBox(ranges);
  }

  /** Fits the drawing to the room it has. */
  fit(): void {
    const width = this.#root.clientWidth;
    if (!this.#plot || width === this.#width || width === 0) return;
    this.#width = width;
    this.#view.resize(width);
    this.#lay();
    if (this.#kept && this.#ranges) this.follow(this.#kept, this.#ranges);
  }

  close(): void {
    this.#view.close();
  }

  #axes(): Axis[] {
    const { x, y } = this.#plot!;
    return [...new Set([x.axis, ...(y ? [y.axis] : [])])];
  }

  #laid(name: 'x' | 'y', { axis }: AxisChoice): LaidAxis {
    const area = this.#view.area()!;
    return {
      axis,
      scale: this.#view.scale(name),
      length: name === 'x' ? area.width : area.height,
      up: name === 'y',
    };
  }

  #lay(): void {
    const area = this.#view.area();
    if (!area || !this.#plot) return;
    this.#pad.lay(area);
    this.#overlay.lay(area);
    const points = this.#plot.points;
    if (!points) return;
    const [x, y] = [this.#view.scale('x'), this.#view.scale('y')];
    this.#pixels = { x: Float32Array.from(points.x, x), y: Float32Array.from(points.y, y) };
  }

  #rangesOf(box: Box): Ranges {
    const { x, y } = this.#plot!;
    // Two directions of the same column share one range.
    const along =
      y && y.axis !== x.axis
        ? ([
            ['x', x],
            ['y', y],
          ] as const)
        : ([['x', x]] as const);
    const strokes = along.map(([name, choice]) => strokeAt(this.#laid(name, choice), box[name]));
    return withStrokes(this.#ranges!, strokes);
  }

  #showBox(ranges: Ranges): void {
    const { x, y } = this.#plot!;
    const span = (name: 'x' | 'y', choice: AxisChoice | null): Span =>
      choice && spanAt(this.#laid(name, choice), strokeOf(ranges, choice.axis));
    this.#pad.show({ x: span('x', x), y: span('y', y) });
  }

  #nearest(at: { x: number; y: number }): number {
    const points = this.#plot?.points;
    if (!points || !this.#pixels) return -1;
    const { x, y } = this.#pixels;
    return nearest(x, y, at, reach, (index) => this.#kept?.[points.positions[index]!] === 1);
  }

  /** A place on the pad as a place of the window. */
  #inWindow(at: { x: number; y: number }) {
    const { left, top } = this.#root.getBoundingClientRect();
    const area = this.#view.area()!;
    return { x: left + area.left + at.x, y: top + area.top + at.y };
  }

  #hover(at: { x: number; y: number } | null): void {
    const index = at ? this.#nearest(at) : -1;
    const place = index < 0 ? null : { x: this.#pixels!.x[index]!, y: this.#pixels!.y[index]! };
    this.#pad.ring(place);
    if (place) {
      this.#listener.point(this.#plot!.points!.positions[index]!, this.#inWindow(place));
      return;
    }
    const told =
      at && this.#kept && this.#plot?.tell?.(Number(this.#view.scale('x').invert(at.x)), this.#kept);
    if (told) this.#listener.say(told, this.#inWindow(at));
    else this.#listener.leave();
  }

  #click(at: { x: number; y: number }): void {
    const index = this.#nearest(at);
    if (index >= 0) this.#listener.choose(this.#plot!.points!.positions[index]!);
  }
}
