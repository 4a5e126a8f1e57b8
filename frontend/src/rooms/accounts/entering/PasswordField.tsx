import { type ComponentProps, useState } from 'react'
import { useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import './entering.css'
import { words } from './words'

/** A password, hidden until its writer wants to see it. */
export function PasswordField({ id, ...field }: ComponentProps<typeof TextField> & { id: string }) {
  const w = useWords(words)
  const [shown, setShown] = useState(false)
  return (
    <div className="password">
      <TextField
        id={id}
        spellCheck={false}
        autoCapitalize="none"
        autoCorrect="off"
        {...field}
        type={shown ? 'text' : 'password'}
      />
      <Button variant="tertiary" className="password-show" aria-controls={id} onClick={() => setShown(!shown)}>
        {shown ? w.hide : w.show}
        <span className="visually-hidden">: {field.label}</span>
      </Button>
    </div>
  )
}
