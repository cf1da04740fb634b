import { pageInk } from '../reader/chart/filled.ts';
import { countOf, type Mask } from './kept.ts';
import type { Cells, Points } from './plot.ts';
import { shapeOf } from './shapes.ts';
import type { Area, PlotScaleFunction } from './plot-view.ts';

/** Radius of a point, in pixels of the page; few points are drawn larger, to be found among the grey ones. */
const radius = 2.3;
const largeRadius = 3.6;
const few = 200;
const opacity = 0.75;
/** Opacity of a cell with one model and of the fullest. */
const thinnest = 0.25;
const fullest = 0.95;

/** The canvas over a drawing on which the models of the slice are painted anew at every frame. */
export class Overlay {
  readonly #canvas = document.createElement('canvas');
  readonly #context = this.#canvas.getContext('2d')!;
  #ratio = 1;
  #stamps: { key: string; images: HTMLCanvasElement[] } = { key: '', images: [] };

  constructor(host: HTMLElement) {
    this.#canvas.className = 'plot-overlay';
    this.#canvas.setAttribute('aria-hidden', 'true');
    // Before it has its place it has none on the page, from which it would move.
    this.#canvas.hidden = true;
    host.append(this.#canvas);
  }

  /** Lays the canvas over a part of its host. */
  lay({ left, top, width, height }: Area): void {
    this.#ratio = window.devicePixelRatio || 1;
    this.#canvas.hidden = false;
    this.#canvas.width = Math.round(width * this.#ratio);
    this.#canvas.height = Math.round(height * this.#ratio);
    Object.assign(this.#canvas.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  }

  /**
   * One disc a colour, or a shape where the reader's own colours are forced on the page: to stamp is many times
   * quicker than to fill.
   */
  #stampsOf(colours: readonly string[], size: number): HTMLCanvasElement[] {
    const forced = matchMedia('(forced-colors: active)').matches;
    const key = `${this.#ratio} ${size} ${forced} ${colours.join(' ')}`;
    if (this.#stamps.key === key) return this.#stamps.images;
    const at = size * this.#ratio;
    const images = colours.map((colour, index) => {
      const stamp = document.createElement('canvas');
      stamp.width = stamp.height = Math.ceil(2 * at);
      const context = stamp.getContext('2d')!;
      context.globalAlpha = opacity;
      context.fillStyle = colour;
      context.translate(stamp.width / 2, stamp.height / 2);
      context.scale(at, at);
      context.fill(new Path2D(shapeOf(forced ? index : 0)));
      return stamp;
    });
    this.#stamps = { key, images };
    return images;
  }

  #cleared(): CanvasRenderingContext2D {
    this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    return this.#context;
  }

  /** Paints the points that the mask keeps; `pixels` are their places in pixels of the page. */
  points(points: Points, pixels: { x: ArrayLike<number>; y: ArrayLike<number> }, kept: Mask): void {
    const stamps = this.#stampsOf(points.colours.map(pageInk()), countOf(kept) <= few ? largeRadius : radius);
    const context = this.#cleared();
    const half = (stamps[0]?.width ?? 0) / 2;
    const { positions, codes } = points;
    for (let i = 0; i < positions.length; i++) {
      if (kept[positions[i]!] !== 1) continue;
      // Whole pixels spare the browser to blend a stamp over its neighbours.
      const x = Math.round(pixels.x[i]! * this.#ratio - half);
      const y = Math.round(pixels.y[i]! * this.#ratio - half);
      context.drawImage(stamps[codes[i]!]!, x, y);
    }
  }

  /** Paints the cells, the deeper, the more of their models the mask keeps. */
  cells(
    { cells, counts, colour }: Cells,
    scales: { x: PlotScaleFunction; y: PlotScaleFunction },
    kept: Mask,
  ): void {
    const context = this.#cleared();
    const within = counts(kept);
    let most = 1;
    for (let i = 0; i < cells.length; i++) most = Math.max(most, within[i]!);
    context.fillStyle = pageInk()(colour);
    cells.forEach((cell, i) => {
      if (within[i] === 0) return;
      const depth = most === 1 ? 1 : Math.log(within[i]!) / Math.log(most);
      context.globalAlpha = thinnest + (fullest - thinnest) * depth;
      const [x, y] = [scales.x(cell.x) * this.#ratio, scales.y(cell.y2) * this.#ratio];
      const [x2, y2] = [scales.x(cell.x2) * this.#ratio, scales.y(cell.y) * this.#ratio];
      context.fillRect(x, y, x2 - x, y2 - y);
    });
    context.globalAlpha = 1;
  }
}
