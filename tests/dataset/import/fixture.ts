import { DuckDBInstance } from '@duckdb/node-api';

/** The columns of the Hub's file, written out here so that a slip in the importer's list shows. */
const hubTypes: Record<string, string> = {
  eval_name: 'VARCHAR',
  Precision: 'VARCHAR',
  Type: 'VARCHAR',
  T: 'VARCHAR',
  'Weight type': 'VARCHAR',
  Architecture: 'VARCHAR',
  Model: 'VARCHAR',
  fullname: 'VARCHAR',
  'Model sha': 'VARCHAR',
  'Average ⬆️': 'DOUBLE',
  'Hub License': 'VARCHAR',
  'Hub ❤️': 'BIGINT',
  '#Params (B)': 'DOUBLE',
  'Available on the hub': 'BOOLEAN',
  MoE: 'BOOLEAN',
  Flagged: 'BOOLEAN',
  'Chat Template': 'BOOLEAN',
  'CO₂ cost (kg)': 'DOUBLE',
  'IFEval Raw': 'DOUBLE',
  IFEval: 'DOUBLE',
  'BBH Raw': 'DOUBLE',
  BBH: 'DOUBLE',
  'MATH Lvl 5 Raw': 'DOUBLE',
  'MATH Lvl 5': 'DOUBLE',
  'GPQA Raw': 'DOUBLE',
  GPQA: 'DOUBLE',
  'MUSR Raw': 'DOUBLE',
  MUSR: 'DOUBLE',
  'MMLU-PRO Raw': 'DOUBLE',
  'MMLU-PRO': 'DOUBLE',
  Merged: 'BOOLEAN',
  'Official Providers': 'BOOLEAN',
  'Upload To Hub Date': 'VARCHAR',
  'Submission Date': 'VARCHAR',
  Generation: 'BIGINT',
  'Base Model': 'VARCHAR',
};

type HubValue = string | number | boolean | null;
export type HubRow = Record<string, HubValue>;

function link(model: string): string {
  return `<a target="_blank" href="https://huggingface.co/${model}">${model}</a>`;
}

/**
 * Three sound rows. By hand: GPQA (0.4375 − 0.25) / 0.75 = 0.25; MMLU-PRO (0.55 − 0.1) / 0.9 = 0.5; the mean
 * of 50, 20, 25, 25, 10, 50 is 30. The second row lies below chance on GPQA; its mean is 30 / 6 = 5.
 */
export function soundRows(): HubRow[] {
  const first: HubRow = {
    eval_name: 'org_alpha_bfloat16',
    Precision: 'bfloat16',
    Type: '🟢 pretrained',
    T: '🟢',
    'Weight type': 'Original',
    Architecture: 'LlamaForCausalLM',
    Model: link('org/alpha'),
    fullname: 'org/alpha',
    'Model sha': '0123456789abcdef0123456789abcdef01234567',
    'Average ⬆️': 30,
    'Hub License': 'apache-2.0',
    'Hub ❤️': 3,
    '#Params (B)': 7.242,
    'Available on the hub': true,
    MoE: false,
    Flagged: false,
    'Chat Template': true,
    'CO₂ cost (kg)': 1.21917416412372,
    'IFEval Raw': 0.5,
    IFEval: 50,
    'BBH Raw': 0.4,
    BBH: 20,
    'MATH Lvl 5 Raw': 0.25,
    'MATH Lvl 5': 25,
    'GPQA Raw': 0.4375,
    GPQA: 25,
    'MUSR Raw': 0.4,
    MUSR: 10,
    'MMLU-PRO Raw': 0.55,
    'MMLU-PRO': 50,
    Merged: false,
    'Official Providers': true,
    'Upload To Hub Date': '2024-02-29',
    'Submission Date': '2024-08-05',
    Generation: 0,
    'Base Model': 'org/alpha',
  };
  const second: HubRow = {
    ...first,
    eval_name: 'org_beta_float16',
    Precision: 'float16',
    Type: '🔶 fine-tuned on domain-specific datasets',
    T: '🔶',
    'Weight type': 'Adapter',
    Architecture: null,
    Model: link('org/beta'),
    fullname: 'org/beta',
    'Model sha': '',
    'Average ⬆️': 5,
    'Hub License': ' ',
    '#Params (B)': -1,
    'IFEval Raw': 0,
    IFEval: 0,
    'GPQA Raw': 0.2,
    GPQA: 0,
    'MUSR Raw': 0.3,
    MUSR: 0,
    'MMLU-PRO Raw': 0.1,
    'MMLU-PRO': 0,
    'MATH Lvl 5 Raw': 0.1,
    'MATH Lvl 5': 10,
    'Upload To Hub Date': '',
    'Submission Date': null,
    Generation: 1,
    'Base Model': 'a "quoted", base',
  };
  const third: HubRow = {
    ...first,
    eval_name: 'org_gamma_4bit',
    Precision: '4bit',
    Type: '🤝 base merges and moerges',
    T: '🤝',
    Architecture: '?',
    Model: link('org/gamma'),
    fullname: 'org/gamma',
    MoE: true,
    'Base Model': 'org/gamma (Merge)',
  };
  return [first, second, third];
}

/** What the three sound rows must become. */
export const soundCsv = `row,evaluation,model,model_sha,precision,weight_type,type,architecture,base_model,license,likes,parameters_b,moe,merged,official_provider,on_hub,flagged,chat_template,generation,upload_date,submission_date,co2_kg,average,ifeval_raw,ifeval,bbh_raw,bbh,math_raw,math,gpqa_raw,gpqa,musr_raw,musr,mmlu_pro_raw,mmlu_pro
1,org_alpha_bfloat16,org/alpha,0123456789abcdef0123456789abcdef01234567,bfloat16,original,pretrained,LlamaForCausalLM,org/alpha,apache-2.0,3,7.242,false,false,true,true,false,true,0,2024-02-29,2024-08-05,1.21917416412372,30,0.5,50,0.4,20,0.25,25,0.4375,25,0.4,10,0.55,50
2,org_beta_float16,org/beta,,float16,adapter,fine-tuned,,"a ""quoted"", base",,3,-1,false,false,true,true,false,true,1,,,1.21917416412372,5,0,0,0.4,20,0.1,10,0.2,0,0.3,0,0.1,0
3,org_gamma_4bit,org/gamma,0123456789abcdef0123456789abcdef01234567,4bit,original,merge,?,org/gamma (Merge),apache-2.0,3,7.242,true,false,true,true,false,true,0,2024-02-29,2024-08-05,1.21917416412372,30,0.5,50,0.4,20,0.25,25,0.4375,25,0.4,10,0.55,50
`;

export interface HubFile {
  rows?: HubRow[];
  /** Types other than the Hub's, of known or additional columns. */
  types?: Record<string, string>;
  /** Columns to leave out. */
  omit?: readonly string[];
  /** Whether the columns stand in the opposite order. */
  reversed?: boolean;
  /** Whether the columns stand there without a row. */
  none?: boolean;
}

/** Writes a Parquet file with the Hub's columns, changed where the test asks for it. */
export async function writeHubFile(
  path: string,
  { rows = soundRows(), types = {}, omit = [], reversed = false, none = false }: HubFile = {},
): Promise<void> {
  const columns = Object.entries({ ...hubTypes, ...types }).filter(([name]) => !omit.includes(name));
  if (reversed) columns.reverse();
  const selects = rows.map((row) =>
    columns
      .map(
        ([name, type]) =>
          `CAST(${literal(Object.hasOwn(row, name) ? row[name]! : null)} AS ${type}) AS "${name.replaceAll('"', '""')}"`,
      )
      .join(', '),
  );
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run(
    `COPY (FROM (${selects.map((select) => `SELECT ${select}`).join(' UNION ALL ')})${none ? ' LIMIT 0' : ''})
     TO ${literal(path)} (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
}

function literal(value: HubValue): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}
