export { type FormWords, formWords, type Host, type Place } from './context.ts';
export { FormView, type FormViewProps, leadToField } from './FormView.tsx';
