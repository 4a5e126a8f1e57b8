/** Where the seats stand: around the open side of an ellipse, as at a table with its door towards the reader. */
export const table = { width: 560, height: 296, seat: 17 } as const

const middle = { x: table.width / 2, y: 258 }
const reach = { x: 250, y: 226 }
/** How far the first and the last seat stand from the horizontal, in degrees. */
const lift = -4

export type Place = { x: number; y: number }

/** The places of so many seats, from the left around the head of the table to the right, evenly far from each other. */
export function placesOf(seats: number): Place[] {
  if (seats === 0) return []
  const steps = 720
  const from = 180 + lift
  const sweep = 180 - 2 * lift
  const points = Array.from({ length: steps + 1 }, (_, step) => pointAt(from + (sweep * step) / steps))
  // An ellipse's equal angles are not equal distances: the way is walked, and a seat set down at each part of it.
  const walked = [0]
  for (let step = 1; step <= steps; step += 1) {
    const [a, b] = [points[step - 1] as Place, points[step] as Place]
    walked.push((walked[step - 1] ?? 0) + Math.hypot(b.x - a.x, b.y - a.y))
  }
  const whole = walked[steps] ?? 0
  return Array.from({ length: seats }, (_, seat) => {
    const along = seats === 1 ? whole / 2 : (whole * seat) / (seats - 1)
    const step = walked.findIndex((distance) => distance >= along - 1e-6)
    return rounded(points[step] as Place)
  })
}

function pointAt(degrees: number, shrink = 0): Place {
  const angle = (degrees * Math.PI) / 180
  return { x: middle.x + (reach.x - shrink) * Math.cos(angle), y: middle.y + (reach.y - shrink) * Math.sin(angle) }
}

const rounded = ({ x, y }: Place): Place => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 })

/** The table itself, inside the seats. */
export function tablePath(): string {
  const inside = 36
  const [a, b] = [rounded(pointAt(180 + lift, inside)), rounded(pointAt(-lift, inside))]
  return `M${a.x} ${a.y}A${reach.x - inside} ${reach.y - inside} 0 1 1 ${b.x} ${b.y}`
}
