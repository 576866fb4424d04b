/** Another tab had its hand in what this page shows: the person says which of two things becomes of it. */
export function Elsewhere({ text, choices }: { text: string; choices: readonly (readonly [string, () => void])[] }) {
  return (
    <div className="strip" data-tone="amber" role="alert">
      <span className="strip-text">{text}</span>
      {choices.map(([label, choose]) => (
        <button type="button" key={label} className="link" onClick={choose}>
          {label}
        </button>
      ))}
    </div>
  );
}
