import type { ModelMark } from './model-marks.ts';

/** Pixels about a finger's middle within which it may have meant a mark. */
const reach = 16;

/** The mark nearest to a press on a drawing, if one is near: a dot is smaller than a finger. */
export function nearestMark(
  marks: readonly ModelMark[],
  drawing: { left: number; top: number; width: number; height: number },
  { clientX, clientY }: { clientX: number; clientY: number },
): ModelMark | undefined {
  let nearest: ModelMark | undefined;
  let least = reach;
  for (const mark of marks) {
    const away = Math.hypot(
      drawing.left + mark.x * drawing.width - clientX,
      drawing.top + mark.y * drawing.height - clientY,
    );
    if (away <= least) [nearest, least] = [mark, away];
  }
  return nearest;
}
