import { h, type HTMLAttributes } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props extends HTMLAttributes<HTMLElement> {
  /** The element that the build put there. */
  as: 'section' | 'div' | 'p' | 'tbody';
}

/**
 * What the build put in this place, kept as it is until the page has an answer of its own. The focus that goes with it
 * is given to what bears the same words in its place.
 */
export function Held({ as, ...rest }: Props) {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const held = element.current!;
    const { parentElement } = held;
    let focused = held.contains(document.activeElement) ? document.activeElement : null;
    held.addEventListener('focusin', ({ target }) => (focused = target as Element));
    return () => {
      const words = focused?.textContent;
      // What is not seen while the answer comes has lost it already.
      if (!words || ![document.body, focused].includes(document.activeElement)) return;
      queueMicrotask(() =>
        [...(parentElement?.children ?? [])]
          .filter((each) => each.getAttribute('class') === held.getAttribute('class'))
          .flatMap((each) => [...each.querySelectorAll<HTMLElement>('a, button')])
          .find(({ textContent }) => textContent === words)
          ?.focus({ preventScroll: true }),
      );
    };
  }, []);
  return h(as, { ...rest, ref: element, dangerouslySetInnerHTML: { __html: '' } });
}
