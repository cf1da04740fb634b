import { refusalWord } from '../choose/refusals.ts';
import { cautionWords } from '../dataset/cautions.ts';
import type { TableModel } from './model-table.ts';
import { useShared } from './shared.ts';

interface Props {
  name: string;
  caution: string | null;
  onHub: boolean;
}

/** What a link to a model of the table says of it. */
export const linkOf = ({
  model,
  caution,
  on_hub,
}: Pick<TableModel, 'model' | 'caution' | 'on_hub'>): Props => ({
  name: model,
  caution,
  onHub: on_hub,
});

/** A link that shows a model of the table on this page; behind it its caution, if any, whether it is gone, and whether it refuses less. */
export function ModelLink({ name, caution, onHub }: Props) {
  const { show, addressOf } = useShared();
  const [words, refusal] = [cautionWords(caution), refusalWord(name)];
  const said = [
    onHub ? '' : 'gone from the Hub',
    words === '' ? '' : `caution: ${words}`,
    refusal ? `called ${refusal}, changed to refuse less` : '',
  ].filter((each) => each !== '');
  return (
    <>
      <a
        href={addressOf(name)}
        data-step
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          show(name);
        }}
      >
        {name}
      </a>
      {said.length > 0 && ` (${said.join('; ')})`}
    </>
  );
}
