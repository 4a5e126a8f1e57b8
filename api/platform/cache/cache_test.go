package cache_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"envagin/api/platform/cache"
)

func keep(t *testing.T, c *cache.Cache[string], key, value string) {
	t.Helper()
	got, err := c.Do(t.Context(), key, func(context.Context) (string, error) { return value, nil })
	if err != nil || got != value {
		t.Fatal(got, err)
	}
}

func bytesOf(s string) int { return len(s) }

func TestTheLeastRecentlyUsedGoesFirst(t *testing.T) {
	t.Parallel()
	c := cache.New(4*100, bytesOf)
	for _, key := range []string{"a", "b", "c", "d"} {
		keep(t, c, key, strings.Repeat("x", 99))
	}

	c.Get("a") // used just now
	keep(t, c, "e", strings.Repeat("x", 99))

	for key, want := range map[string]bool{"a": true, "b": false, "c": true, "d": true, "e": true} {
		if _, ok := c.Get(key); ok != want {
			t.Errorf("%s: %t", key, ok)
		}
	}
}

func TestAValueThatWouldEmptyTheCacheIsGivenButNotKept(t *testing.T) {
	t.Parallel()
	c := cache.New(400, bytesOf)

	keep(t, c, "small", "x")
	keep(t, c, "large", strings.Repeat("x", 200))

	if _, ok := c.Get("large"); ok {
		t.Error("the large one was kept")
	}
	if _, ok := c.Get("small"); !ok {
		t.Error("the small one had to go")
	}
}

func TestManyWhoAskAtOnceShareOneComputation(t *testing.T) {
	t.Parallel()
	c := cache.New(1000, bytesOf)
	var computed atomic.Int32
	started, release := make(chan struct{}), make(chan struct{})
	ask := func() {
		v, err := c.Do(context.Background(), "key", func(context.Context) (string, error) {
			computed.Add(1)
			close(started)
			<-release
			return "value", nil
		})
		if v != "value" || err != nil {
			t.Error(v, err)
		}
	}

	var wg sync.WaitGroup
	wg.Go(ask)
	<-started
	for range 20 {
		wg.Go(ask)
	}
	close(release)
	wg.Wait()

	if n := computed.Load(); n != 1 {
		t.Errorf("computed %d times", n)
	}
}

func TestAnErrorIsNotKept(t *testing.T) {
	t.Parallel()
	c := cache.New(1000, bytesOf)
	broken := errors.New("broken")

	_, err := c.Do(t.Context(), "key", func(context.Context) (string, error) { return "", broken })

	if !errors.Is(err, broken) {
		t.Fatal(err)
	}
	keep(t, c, "key", "value")
}

func TestOneWhoHangsUpDoesNotFailTheOthers(t *testing.T) {
	t.Parallel()
	c := cache.New(1000, bytesOf)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()

	v, err := c.Do(ctx, "key", func(ctx context.Context) (string, error) { return "value", ctx.Err() })

	if v != "value" || err != nil {
		t.Error(v, err)
	}
}

func TestAPanicIsNotKeptEither(t *testing.T) {
	t.Parallel()
	c := cache.New(1000, bytesOf)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_, _ = c.Do(t.Context(), "key", func(context.Context) (string, error) { panic("broken") })
	}()

	keep(t, c, "key", "value")
}
