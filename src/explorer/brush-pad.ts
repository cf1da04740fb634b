import { still, type EarlyStroke } from './early-stroke.ts';
import type { Area } from './plot-view.ts';
import type { Span } from './span.ts';

/** A stroke in pixels: along both directions, either of which may be open. */
export interface Box {
  x: Span;
  y: Span;
}

/** What a pad tells. */
export interface PadListener {
  /** A stroke is being drawn; told once a frame at most. */
  stroke(box: Box): void;
  /** The stroke is drawn. */
  release(box: Box): void;
  /** The stroke was given up. */
  cancel(): void;
  /** The pointer rests here, or has left. */
  hover(at: { x: number; y: number } | null): void;
  click(at: { x: number; y: number }): void;
  clear(): void;
}

/** Size of the button that clears, as the style sheet has it. */
const clearSize = 24;

const clamp = (value: number, to: number) => Math.min(to, Math.max(0, value));

/** The glass over a plot on which the reader strokes: draws the stroke and tells of it. */
export class BrushPad {
  readonly #pad = document.createElement('div');
  readonly #box = document.createElement('div');
  readonly #ring = document.createElement('div');
  readonly #clear = document.createElement('button');
  readonly #listener: PadListener;
  readonly #two: boolean;
  #area: Area = { left: 0, top: 0, width: 0, height: 0 };
  #shown: Box | null = null;
  #start: { x: number; y: number; moves: Box | null } | null = null;
  #drawn: Box | null = null;
  #frame = 0;

  /** A pad in `host`, which is positioned; `two` for strokes in two directions rather than along x alone. */
  constructor(host: HTMLElement, two: boolean, listener: PadListener) {
    this.#listener = listener;
    this.#two = two;
    this.#pad.className = 'brush-pad';
    this.#box.className = 'brush-box';
    this.#ring.className = 'brush-ring';
    this.#clear.className = 'brush-clear';
    this.#clear.type = 'button';
    this.#clear.textContent = '×';
    this.#box.hidden = this.#ring.hidden = this.#clear.hidden = true;
    this.#pad.append(this.#box, this.#ring);
    host.append(this.#pad, this.#clear);
    this.#pad.addEventListener('pointerdown', (event) => this.#down(event));
    this.#pad.addEventListener('pointermove', (event) => this.#move(event));
    this.#pad.addEventListener('pointerup', (event) => this.#up(event));
    this.#pad.addEventListener('pointercancel', () => this.#cancel());
    this.#pad.addEventListener('pointerleave', () => listener.hover(null));
    this.#clear.addEventListener('click', () => listener.clear());
  }

  /** Says what the button that clears the stroke is for. */
  name(clear: string): void {
    this.#clear.setAttribute('aria-label', clear);
    this.#clear.title = clear;
  }

  /** Lays the pad over a part of its host. */
  lay(area: Area): void {
    this.#area = area;
    for (const side of ['left', 'top', 'width', 'height'] as const) this.#pad.style[side] = `${area[side]}px`;
  }

  /** Shows a stroke, unless the reader is drawing one here. */
  show(box: Box | null): void {
    if (this.#start) return;
    this.#shown = box && (box.x || box.y) ? box : null;
    this.#draw(this.#shown);
    this.#clear.hidden = this.#shown === null;
  }

  /** Goes on with a stroke that began before the pad was there. */
  take({ pointer, from, to, isOver }: EarlyStroke): void {
    const { left, top, width, height } = this.#area;
    const onPad = ({ x, y }: { x: number; y: number }) => ({
      x: clamp(x - left, width),
      y: clamp(y - top, height),
    });
    this.#begin(onPad(from));
    this.#drawn = this.#boxTo(onPad(to));
    if (isOver) return this.#finish();
    this.#pad.setPointerCapture(pointer);
    if (!this.#drawn) return;
    this.#draw(this.#drawn);
    this.#listener.stroke(this.#drawn);
  }

  /** Rings a point of the plot. */
  ring(at: { x: number; y: number } | null): void {
    this.#ring.hidden = at === null;
    if (!at) return;
    this.#ring.style.left = `${at.x}px`;
    this.#ring.style.top = `${at.y}px`;
  }

  #draw(box: Box | null): void {
    this.#box.hidden = box === null;
    if (!box) return;
    const { width, height, left, top } = this.#area;
    const [x0, x1] = box.x ?? [0, width];
    const [y0, y1] = box.y ?? [0, height];
    this.#box.style.left = `${x0}px`;
    this.#box.style.top = `${y0}px`;
    this.#box.style.width = `${Math.max(2, x1 - x0)}px`;
    this.#box.style.height = `${Math.max(2, y1 - y0)}px`;
    // On the upper right corner, as far as the host has room around it.
    const room = this.#clear.parentElement!.clientWidth;
    this.#clear.style.left = `${Math.min(room - clearSize, left + x1 - clearSize / 2)}px`;
    this.#clear.style.top = `${Math.max(0, top + y0 - clearSize / 2)}px`;
  }

  #at(event: PointerEvent) {
    const { left, top } = this.#pad.getBoundingClientRect();
    return {
      x: clamp(event.clientX - left, this.#area.width),
      y: clamp(event.clientY - top, this.#area.height),
    };
  }

  #isInside(at: { x: number; y: number }): boolean {
    const box = this.#shown;
    const within = (span: Span, value: number) => !span || (value >= span[0] && value <= span[1]);
    return box !== null && within(box.x, at.x) && within(box.y, at.y);
  }

  readonly #escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.#cancel();
  };

  #down(event: PointerEvent): void {
    // A second finger zooms; it begins no stroke.
    if (event.button !== 0 || !event.isPrimary) return;
    this.#pad.setPointerCapture(event.pointerId);
    this.#begin(this.#at(event));
    this.#listener.hover(null);
  }

  #begin(at: { x: number; y: number }): void {
    this.#start = { ...at, moves: this.#isInside(at) ? this.#shown : null };
    this.#drawn = null;
    addEventListener('keydown', this.#escape);
  }

  #move(event: PointerEvent): void {
    if (!event.isPrimary) return;
    const at = this.#at(event);
    if (!this.#start) {
      this.#pad.style.cursor = this.#isInside(at) ? 'move' : '';
      if (event.pointerType !== 'touch') this.#listener.hover(at);
      return;
    }
    const box = this.#boxTo(at);
    if (!box) return;
    this.#drawn = box;
    this.#clear.hidden = true;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#start || !this.#drawn) return;
      this.#draw(this.#drawn);
      this.#listener.stroke(this.#drawn);
    });
  }

  /** The stroke from where it began to here; null while that is hardly a movement. */
  #boxTo(at: { x: number; y: number }): Box | null {
    const { x, y, moves } = this.#start!;
    const [dx, dy] = [at.x - x, at.y - y];
    if (!this.#drawn && Math.abs(dx) < still && Math.abs(dy) < still) return null;
    if (moves) {
      const moved = (span: Span, by: number, length: number): Span => {
        if (!span) return null;
        const shift = Math.min(length - span[1], Math.max(-span[0], by));
        return [span[0] + shift, span[1] + shift];
      };
      return { x: moved(moves.x, dx, this.#area.width), y: moved(moves.y, dy, this.#area.height) };
    }
    const span = (from: number, to: number): Span =>
      Math.abs(to - from) < still ? null : [Math.min(from, to), Math.max(from, to)];
    const box = { x: span(x, at.x), y: this.#two ? span(y, at.y) : null };
    return box.x || box.y ? box : null;
  }

  #up(event: PointerEvent): void {
    if (!this.#start || !event.isPrimary) return;
    if (this.#drawn) return this.#finish();
    this.#end();
    this.#listener.click(this.#at(event));
  }

  /** Lets the stroke stand as it is drawn. */
  #finish(): void {
    const drawn = this.#drawn;
    this.#end();
    if (!drawn) return;
    this.show(drawn);
    this.#listener.release(drawn);
  }

  #end(): void {
    removeEventListener('keydown', this.#escape);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#start = null;
    this.#drawn = null;
  }

  #cancel(): void {
    if (!this.#start) return;
    this.#end();
    this.show(this.#shown);
    this.#listener.cancel();
  }
}
