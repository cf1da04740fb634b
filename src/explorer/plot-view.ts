import type { Spec, View } from 'vega';
import type { Row } from '../engine/engine.ts';
import { embedChart, loadChart } from '../reader/chart/chart.ts';
import { filled, pageInk, type Words } from '../reader/chart/filled.ts';
import { newest } from '../reader/newest.ts';

/** The part of a drawing between its axes, in pixels from the corner of its host. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A scale of a drawing: value to pixel and back; days come back as dates. */
export interface PlotScaleFunction {
  (value: number): number;
  invert(pixel: number): number | Date;
}

/** What one drawing needs. */
export interface Drawing {
  url: string;
  words: Words;
  signals: Readonly<Record<string, number>>;
  rows: readonly Row[];
  width: number;
  height: number;
}

/** A living drawing on a canvas. Of several drawings asked for at once the newest stays. */
export class PlotView {
  readonly #host: HTMLElement;
  #view: View | undefined;
  #changeset: (typeof import('vega'))['changeset'] | undefined;
  #tuples: Record<string, unknown>[] = [];
  readonly #begin = newest();

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Draws anew; answers whether nothing newer was asked for meanwhile. */
  async open({ url, words, signals, rows, width, height }: Drawing): Promise<boolean> {
    const asked = this.#begin();
    const [spec, { changeset }] = await Promise.all([
      loadChart(url),
      import('vega'),
      // A canvas draws with what is there; a font that comes later would change nothing.
      document.fonts.ready,
    ]);
    if (asked.aborted) return false;
    const host = document.createElement('div');
    const set = (spec.signals ?? []).map((signal) =>
      Object.hasOwn(signals, signal.name) ? { ...signal, value: signals[signal.name] } : signal,
    ) as Spec['signals'];
    const drawn = filled({ ...spec, width, height, ...(set ? { signals: set } : {}) }, words, pageInk());
    const view = await embedChart(host, drawn, { rows }, 'canvas');
    if (asked.aborted) {
      view.finalize();
      return false;
    }
    this.#view?.finalize();
    this.#view = view;
    this.#changeset = changeset;
    this.#tuples = view.data('rows') as Record<string, unknown>[];
    this.#host.replaceChildren(host);
    return true;
  }

  /** The rows as Vega holds them; changes to them are told by `change`. */
  get tuples(): readonly Record<string, unknown>[] {
    return this.#tuples;
  }

  /** Sets fields of rows, by position, and draws at once. */
  change(changes: Iterable<readonly [position: number, field: string, value: unknown]>): void {
    if (!this.#view || !this.#changeset) return;
    const set = this.#changeset();
    let any = false;
    for (const [position, field, value] of changes) {
      const tuple = this.#tuples[position];
      if (!tuple) continue;
      set.modify(tuple, field, value);
      any = true;
    }
    if (any) this.#view.change('rows', set).run();
  }

  /** Fits the drawing to a new width. */
  resize(width: number): void {
    this.#view?.width(width).run();
  }

  /** The part between the axes; undefined while nothing is drawn. */
  area(): Area | undefined {
    const view = this.#view;
    if (!view) return undefined;
    const padding = view.padding() as { left: number; top: number };
    const [left, top] = view.origin();
    return {
      left: padding.left + left,
      top: padding.top + top,
      width: Number(view.signal('width')),
      height: Number(view.signal('height')),
    };
  }

  scale(name: 'x' | 'y'): PlotScaleFunction {
    return this.#view!.scale(name) as PlotScaleFunction;
  }

  close(): void {
    this.#begin();
    this.#view?.finalize();
    this.#view = undefined;
  }
}
