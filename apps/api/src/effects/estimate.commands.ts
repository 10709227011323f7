import {
  type DroppedUnit,
  type EffectResult,
  estimateEffect,
  estimateFr,
  evidenceLevel,
  formatNumber,
  type NumberDoubt,
  type PanelTextReading,
  readPanel,
  readPanelText,
  refusalSentences,
  warningSentences,
} from '@sillage/indicators';
import { describeEstimate, subjectOf } from './describe-estimate';
import { type EstimateCommand, readEstimateOptions } from './estimate-options';
import { readTextFile, sentenceOf } from './read-text-file';

/**
 * `sillage estimate --panel FILE …`: any method on a table of one's own, without a database. Exit code 0 for a result, a refusal
 * being one; 1 when the file cannot be read; 2 when the command is not understood.
 */
export async function estimateCommand(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(estimateFr.usage);
    return 0;
  }
  const command = readEstimateOptions(args);
  if (typeof command === 'string') return say(2, `${command}\n\n${estimateFr.usage}`);
  const file = await readTextFile(command.panel);
  if (file.kind === 'refused') return say(1, file.sentence);
  const reading = readPanelText(file.text, command.columns);
  if (reading.kind !== 'rows') return say(reading.kind === 'no-column' ? 2 : 1, faultSentence(reading));
  const panel = readPanel(reading.rows);
  const dropped = panel.status === 'read' ? panel.dropped : [];
  const { method, options } = command;
  const result = panel.status === 'read' ? estimateEffect(panel.panel, method, options) : { ...panel, method };
  const hasCheck = panel.status === 'read' && (method === 'sdid' || method === 'synthetic-control');
  const crossChecks = hasCheck ? [estimateEffect(panel.panel, 'did', options)] : [];
  const doubts = reading.doubts.map((doubt) => ({
    code: 'ambiguous-numbers',
    facts: doubt,
    sentence: doubtSentence(doubt),
  }));
  console.log(
    command.isJson
      ? JSON.stringify(jsonOf(result, { crossChecks, dropped, doubts }, command))
      : [describeEstimate(result, dropped, command), ...doubts.map(({ sentence }) => sentence)].join('\n'),
  );
  return 0;
}

function say(code: number, sentence: string): number {
  console.error(sentence);
  return code;
}

function faultSentence(fault: Exclude<PanelTextReading, { kind: 'rows' }>): string {
  switch (fault.kind) {
    case 'finding':
      return sentenceOf(fault.finding);
    case 'no-column':
      return estimateFr.noColumn(fault.wanted, fault.present);
    case 'wrong-cell':
      return estimateFr.wrongCell(formatNumber(fault.line, 0, 'fr'), fault.column, fault.seen, fault.expected);
  }
}

const doubtSentence = ({ column, seen, read, count }: NumberDoubt): string =>
  estimateFr.doubt(
    column,
    seen,
    formatNumber(read, Number.isInteger(read) ? 0 : 3, 'fr'),
    formatNumber(count, 0, 'fr'),
  );

interface Beside {
  readonly crossChecks: readonly EffectResult[];
  readonly dropped: readonly DroppedUnit[];
  readonly doubts: readonly { readonly code: string; readonly facts: NumberDoubt; readonly sentence: string }[];
}

/** The keys of a refusal are all among those of a result, null or empty where it has nothing to say. */
function jsonOf(
  result: EffectResult,
  { crossChecks, dropped, doubts }: Beside,
  { columns, method, ignored, options: { seed } }: EstimateCommand,
) {
  const told = { subject: subjectOf(columns.outcome) };
  const evidence = evidenceLevel({
    result,
    crossChecks,
    sensitivity: (result.status === 'ok' && result.sensitivity) || [],
  });
  const common = { status: result.status, method, seed, dropped, ignored };
  if (result.status === 'refused') {
    const [reason = '', needed = ''] = refusalSentences(result, told, 'fr');
    return {
      ...common,
      estimate: null,
      standardError: null,
      interval: null,
      interval80: null,
      p: null,
      donors: [],
      weights: {},
      prefit: null,
      evidence,
      warnings: doubts,
      path: [],
      refusal: { code: result.code, facts: result.facts, reason, needed },
    };
  }
  const warnings = result.warnings.map((warning) => ({
    ...warning,
    sentence: warningSentences([warning], told, 'fr')[0] ?? '',
  }));
  const weights = Object.fromEntries(result.donors.map(({ unit, weight }) => [unit, weight]));
  return { ...result, ...common, weights, evidence, warnings: [...warnings, ...doubts], refusal: null };
}
