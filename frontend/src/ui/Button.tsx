import type { ComponentProps } from 'react'

type Variant = 'primary' | 'secondary' | 'tertiary'

export function Button({
  variant = 'primary',
  type = 'button',
  className,
  ...rest
}: ComponentProps<'button'> & { variant?: Variant }) {
  return (
    <button
      type={type}
      className={`ds-button ${className ?? ''}`}
      data-variant={variant}
      data-color="accent"
      {...rest}
    />
  )
}

/** A link that looks like a button, for the one next step of a page. */
export function ButtonLink({ variant = 'primary', className, ...rest }: ComponentProps<'a'> & { variant?: Variant }) {
  return <a className={`ds-button ${className ?? ''}`} data-variant={variant} data-color="accent" {...rest} />
}
