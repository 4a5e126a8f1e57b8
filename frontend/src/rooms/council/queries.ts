import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'

/** Every seat with who holds it today. Seventeen by nature, so they are fetched whole and shared. */
export function useSeats() {
  return useQuery({
    queryKey: key('council', 'seats'),
    queryFn: () => askAll((page, limit) => api.GET('/council-seats', { params: { query: { page, limit } } })),
  })
}

/** One seat by its key (as addresses have it) or its id. */
export function useSeat(keyOrId: string) {
  const seats = useSeats()
  const known = seats.data?.find((seat) => seat.key === keyOrId || seat.id === keyOrId)
  return useQuery({
    queryKey: key('council', 'seats', 'one', known?.id ?? keyOrId),
    queryFn: () => askSeat(known?.id ?? keyOrId),
    enabled: !seats.isPending,
  })
}

export const askSeat = (id: string) => ask(api.GET('/council-seats/{id}', { params: { path: { id } } }))

/** Who has held a seat, newest first. */
export function useSeatMembers(seatId: string) {
  return useQuery({
    queryKey: key('council', 'seats', 'members', seatId),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/council-seats/{id}/members', { params: { path: { id: seatId }, query: { page, limit } } }),
      ),
  })
}

/** Every unit with its contact persons, or those under one body. */
export function useContactPersons(board: string | undefined, enabled: boolean) {
  return useQuery({
    queryKey: key('accounts', 'contact-persons', board),
    queryFn: () => askAll((page, limit) => api.GET('/contact-persons', { params: { query: { board, page, limit } } })),
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** All whom a unit has had, the latest first. */
export function useContactsOfUnit(id: string) {
  return useQuery({
    queryKey: key('accounts', 'contact-persons', 'of', id),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/units/{id}/contact-persons', { params: { path: { id }, query: { page, limit } } }),
      ),
  })
}
