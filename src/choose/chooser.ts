import { reasonOf } from '../reader/failed-import.ts';
import { onBackAndForward, pageAddress, stepTo } from '../reader/address.ts';
import { listeners } from '../reader/listeners.ts';
import { loadOnce } from '../reader/load-once.ts';
import { quote } from '../slice/field.ts';
import { candidatesIn, type Candidate, type CandidateColumns } from './candidates.ts';
import { addressOf, criteriaOf, machineOf, readCriteria, type Criteria } from './criteria.ts';
import { shortlistOf, type Shortlist } from './shortlist.ts';

/** The answer to criteria. */
export interface ChosenAnswer {
  criteria: Criteria;
  shortlist: Shortlist;
}

/** What the parts of the page share: the reader's criteria, in the address, and the newest answer. */
export class Chooser {
  criteria: Criteria;
  problems: readonly string[] = [];
  answer: ChosenAnswer | undefined;
  failure: string | undefined;
  state: 'waiting' | 'loading' | 'answered' = 'waiting';
  readonly #root: string;
  readonly #file: string;
  readonly #unknown: () => readonly string[];
  readonly #changes = listeners();
  readonly onChange = this.#changes.on;
  #candidates: readonly Candidate[] | undefined;

  /**
   * `root` is the address of the page of the usual machine, `file` that of the candidates; `unknown` names what the
   * address has that means nothing.
   */
  constructor(root: string, file: string, unknown: () => readonly string[]) {
    this.#root = root;
    this.#file = file;
    this.#unknown = unknown;
    // What the build put on the page; it is taken over as it stands.
    this.criteria = criteriaOf(machineOf(pageAddress()));
    onBackAndForward((toPart) => {
      if (!toPart) this.follow();
    });
  }

  /** Answers what the address asks. */
  follow(): void {
    const { criteria, problems } = readCriteria(pageAddress());
    const unknown = this.#unknown().map((name) => `${quote(name)} is no parameter of this page`);
    this.criteria = criteria;
    this.problems = [...problems, ...unknown];
    void this.ask();
  }

  /** Changes the criteria as a step in the browser's history, and answers them. */
  choose(part: Partial<Criteria>): void {
    this.criteria = { ...this.criteria, ...part };
    this.problems = [];
    stepTo(this.linkTo({}));
    void this.ask();
  }

  /** Address of this page with a part of the criteria changed. */
  linkTo(part: Partial<Criteria>): string {
    return addressOf(this.#root, pageAddress(), { ...this.criteria, ...part });
  }

  /** Answers the criteria, of all that are asked meanwhile the last. */
  async ask(): Promise<void> {
    this.failure = undefined;
    if (!this.#candidates) {
      this.state = 'loading';
      this.#changes.tell();
      try {
        this.#candidates = candidatesIn(await loadOnce<CandidateColumns>(this.#file));
      } catch (error) {
        this.state = 'waiting';
        this.failure = reasonOf(error);
        this.#changes.tell();
        return;
      }
    }
    const { criteria } = this;
    this.answer = { criteria, shortlist: shortlistOf(this.#candidates, criteria) };
    this.state = 'answered';
    this.#changes.tell();
  }

  retry(): void {
    void this.ask();
  }
}
