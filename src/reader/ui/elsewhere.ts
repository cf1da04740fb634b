/** Whether a press of a link opens it in another tab or window, which is the reader's to do. */
export const isElsewhere = ({ ctrlKey, metaKey, shiftKey, altKey, button }: MouseEvent): boolean =>
  ctrlKey || metaKey || shiftKey || altKey || button !== 0;
