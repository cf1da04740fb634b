import { useState } from 'preact/hooks';
import { reasonOf } from '../failed-import.ts';

interface Props {
  disabled?: boolean;
  save(): Promise<unknown>;
}

/** The button that saves a table; says so where the file could not be made. */
export function SaveButton({ disabled = false, save }: Props) {
  const [failure, setFailure] = useState('');
  const press = () => {
    setFailure('');
    save().catch((error: unknown) => setFailure(`The file could not be made: ${reasonOf(error)}.`));
  };
  return (
    <>
      <button type="button" class="tool-button" disabled={disabled} onClick={press}>
        Download CSV (zip)
      </button>
      {failure && <span role="alert">{failure}</span>}
    </>
  );
}
