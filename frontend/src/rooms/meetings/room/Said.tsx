/** What came of a press: said where it was pressed, and to those who only hear. */
export function Said({ said, refusal }: { said: string; refusal: string | undefined }) {
  return (
    <>
      <p role="status" className="small soft">
        {said}
      </p>
      {refusal && (
        <div className="notice notice-attention" role="alert">
          <p>{refusal}</p>
        </div>
      )}
    </>
  )
}
