import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What every part of the page needs. */
export interface Shared {
  /** Addresses of other pages. */
  plots: string;
  explorer: string;
  carbon: string;
  cautions: string;
  /** Of the page that chooses by a machine. */
  machine: string;
  /** The front as the build drew it, which keeps the place, unseen where another was asked for, until the page draws. */
  drawing(): string;
  /** Shows one model alone. */
  show(name: string): void;
  /** Address that shows one model, for links. */
  addressOf(name: string): string;
}

export const SharedContext = createContext<Shared | null>(null);
export const useShared = (): Shared => useContext(SharedContext)!;
