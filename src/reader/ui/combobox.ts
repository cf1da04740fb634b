import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Combobox {
  /** Begins the ids of the list and its options; one for each combobox of a page. */
  base: string;
  /** How many options there are now. */
  count: number;
  /** Whether the list is open before the reader touches the field. */
  initiallyOpen?: boolean;
  /** Enter, with the position of the active option, or -1; false leaves the key to the page. */
  enter(active: number): boolean;
  /** Escape while the list is closed; false leaves the key to the page. */
  escape?(): boolean;
  leave?(): void;
}

/**
 * The WAI-ARIA editable combobox with a list: what opens it, which option is active, and what keys do. It gives the
 * attributes of the field, of the list and of each option; what stands in them, and the text of the field, are the
 * caller's.
 */
export function useCombobox({ base, count, initiallyOpen = false, enter, escape, leave }: Combobox) {
  const [open, setOpen] = useState(initiallyOpen);
  const [active, setActive] = useState(initiallyOpen ? 0 : -1);
  const list = useRef<HTMLUListElement>(null);
  const isOpen = open && count > 0;
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const move = (by: 1 | -1) => {
    setOpen(true);
    const from = isOpen && active >= 0 ? active : by > 0 ? -1 : count;
    setActive(count === 0 ? (by > 0 ? 0 : -1) : (from + by + count) % count);
  };
  useLayoutEffect(() => {
    const option = isOpen ? list.current!.children[active] : undefined;
    if (!(option instanceof HTMLElement)) return;
    // Within the list alone, so that the page does not move under the reader.
    const { offsetTop: top, offsetHeight: height } = option;
    const box = list.current!;
    box.scrollTop = Math.min(Math.max(box.scrollTop, top + height - box.clientHeight), top);
  }, [isOpen, active]);
  const keydown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter') {
      if (!enter(isOpen ? active : -1)) return;
    } else if (key === 'Escape') {
      if (!isOpen && !escape?.()) return;
      close();
      // What the field stands in stays open.
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return {
    /** Whether the reader wants options, of which there may be none yet. */
    open,
    isOpen,
    list,
    close,
    /** Opens the list for a text; its first option is active unless the text is blank. */
    offer(text: string): void {
      setOpen(true);
      setActive(text.trim() === '' ? -1 : 0);
    },
    field: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      'aria-controls': `${base}-list`,
      'aria-activedescendant': isOpen && active >= 0 ? `${base}-${active}` : undefined,
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: false,
      onKeyDown: keydown,
      onBlur: () => {
        close();
        leave?.();
      },
    },
    listbox: { id: `${base}-list`, role: 'listbox', ref: list, hidden: !isOpen },
    option: (index: number, take: () => void) =>
      ({
        id: `${base}-${index}`,
        role: 'option',
        'aria-selected': index === active,
        // The press must not take the focus from the field first.
        onMouseDown: (event: Event) => event.preventDefault(),
        onClick: take,
      }) as const,
  } as const;
}
