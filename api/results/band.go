package results

// Step is what counts are rounded to.
const step = 5

// least is how many counts a band has at least, of those that are possible: that
// all in a group, or none, said the same is never told.
const least = 3

// rounded is a count to the nearest five.
func rounded(n int) int { return (n + step/2) / step * step }

// span is the counts that a band stands for.
type span struct{ low, high int }

// bandOf is the band in which a count is told, in a group of n answers. It depends
// on the count and on n alone, and each band that can be told in a group holds at least three counts:
// at the top, where rounding would leave one or two, the last two bands are told as one.
func bandOf(count, n int) span {
	class := func(c int) span {
		r := rounded(c)
		return span{max(0, r-step/2), min(n, r+step/2)}
	}
	b := class(count)
	top := class(n)
	if top.high-top.low+1 >= least || top.low == 0 {
		return b
	}
	if below := class(top.low - 1); b == top || b == below {
		return span{below.low, n}
	}
	return b
}

// share tells a band as per cent of those who answered, rounded outwards. How many
// they were is known to five only, so that the band is of the nearest numbers.
func (b span) share(n int) (low, high int) {
	about := span{max(1, rounded(n)-step/2), rounded(n) + step/2}
	most := b.high
	if b.high == n {
		most = about.high
	}
	return b.low * 100 / about.high, min(100, (most*100+about.low-1)/about.low)
}

// bounds are a share as it is told, in per cent.
type bounds struct{ low, high int }

func shareOf(count, n int) bounds {
	low, high := bandOf(count, n).share(n)
	return bounds{low, high}
}

// alike are the counts that are told as this one is, of as many answers.
func alike(count, n int) span {
	told := shareOf(count, n)
	s := span{count, count}
	for s.low > 0 && shareOf(s.low-1, n) == told {
		s.low--
	}
	for s.high < n && shareOf(s.high+1, n) == told {
		s.high++
	}
	return s
}
