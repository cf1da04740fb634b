import { h, type HTMLAttributes } from 'preact';

interface Props extends HTMLAttributes<HTMLElement> {
  /** The element that the build put there. */
  as: 'section' | 'div' | 'p' | 'tbody';
}

/** What the build put in this place, kept as it is until the page has an answer of its own. */
export const Held = ({ as, ...rest }: Props) => h(as, { ...rest, dangerouslySetInnerHTML: { __html: '' } });
