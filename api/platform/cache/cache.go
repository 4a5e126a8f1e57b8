// Package cache keeps answers that are dear to compute, by a key that names
// everything they depend on (revision and day included): an entry is never
// wrong, only unused, so nothing has to be invalidated.
package cache

import (
	"container/list"
	"context"
	"sync"

	"golang.org/x/sync/singleflight"
)

// Cache holds values up to a total size; the least recently used go first.
// It is safe for concurrent use.
type Cache[V any] struct {
	mu      sync.Mutex
	entries map[string]*list.Element
	order   list.List // front is the most recently used
	size    int
	limit   int
	sizeOf  func(V) int
	flight  singleflight.Group
}

type entry[V any] struct {
	key   string
	value V
	size  int
}

// New makes a cache of at most limit units, as sizeOf counts a value.
func New[V any](limit int, sizeOf func(V) int) *Cache[V] {
	return &Cache[V]{entries: map[string]*list.Element{}, limit: limit, sizeOf: sizeOf}
}

// Get gives the value kept under key.
func (c *Cache[V]) Get(key string) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if el, ok := c.entries[key]; ok {
		c.order.MoveToFront(el)
		return el.Value.(*entry[V]).value, true
	}
	var none V
	return none, false
}

// Do gives the value kept under key, or computes and keeps it. Callers that ask
// for the same key at the same time share one computation; an error is shared
// but not kept. The computation gets a context that outlives the first caller,
// so that one who hangs up does not fail the others.
func (c *Cache[V]) Do(ctx context.Context, key string, compute func(context.Context) (V, error)) (V, error) {
	if v, ok := c.Get(key); ok {
		return v, nil
	}
	v, err, _ := c.flight.Do(key, func() (any, error) {
		if v, ok := c.Get(key); ok { // kept between our look and our turn
			return v, nil
		}
		v, err := compute(context.WithoutCancel(ctx))
		if err == nil {
			c.Put(key, v)
		}
		return v, err
	})
	if err != nil {
		var none V
		return none, err
	}
	return v.(V), nil
}

// Put keeps a value under key, unless there is one.
func (c *Cache[V]) Put(key string, v V) {
	size := c.sizeOf(v) + len(key)
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.entries[key]; ok || size > c.limit/4 {
		return // already there, or so large that it would empty the cache
	}
	c.entries[key] = c.order.PushFront(&entry[V]{key, v, size})
	c.size += size
	for c.size > c.limit {
		el := c.order.Back()
		old := c.order.Remove(el).(*entry[V])
		delete(c.entries, old.key)
		c.size -= old.size
	}
}
