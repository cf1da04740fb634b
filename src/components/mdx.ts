import Answer from './Answer.astro';
import Cite from './Cite.astro';
import Claim from './Claim.astro';
import CoverageTable from './CoverageTable.astro';
import EmbeddingSizes from './EmbeddingSizes.astro';
import ExpertsDiagram from './ExpertsDiagram.astro';
import Figure from './Figure.astro';
import Fold from './Fold.astro';
import LadderMembers from './LadderMembers.astro';
import Lead from './Lead.astro';
import Ledger from './Ledger.astro';
import LineageTable from './LineageTable.astro';
import Math from './Math.astro';
import Note from './Note.astro';
import NotebookFigures from './NotebookFigures.astro';
import Says from './Says.astro';
import SeedFigure from './SeedFigure.astro';
import Stat from './Stat.astro';
import Steps from './Steps.astro';
import Term from './Term.astro';
import Turned from './Turned.astro';

/** The components that MDX may use. */
export const mdxComponents = {
  Answer,
  Cite,
  Claim,
  CoverageTable,
  EmbeddingSizes,
  ExpertsDiagram,
  Figure,
  Fold,
  LadderMembers,
  Lead,
  Ledger,
  LineageTable,
  Math,
  Note,
  NotebookFigures,
  Says,
  SeedFigure,
  Stat,
  Steps,
  Term,
  Turned,
};
