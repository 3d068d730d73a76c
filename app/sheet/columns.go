package sheet

// Columns places blocks one below the other in two columns, the first column of a page
// before its second; where they end both are about as high. Each block is made for the
// column that it comes to stand in, and is not parted.
func (s *Sheet) Columns(above, between float32, n int, block func(i int, in Column) Block) {
	columns := [2]Column{s.Half(0, s.RTL, Gutter), s.Half(1, s.RTL, Gutter)}
	heights := make([]float32, n)
	for i := range heights {
		heights[i] = block(i, columns[0]).height() + between
	}
	if !s.fresh() {
		s.y += above
	}
	for i := 0; i < n; {
		room := s.left() + between
		ends := fit(heights[i:], room)
		if ends[0] == 0 && !s.fresh() {
			s.turn()
			continue
		}
		if ends[1] == n-i {
			room = balance(heights[i:], room)
			ends = fit(heights[i:], room)
		}
		ends[0] = max(ends[0], 1) // higher than a page: there is no better place
		ends[1] = max(ends[1], ends[0])
		var lowest float32
		for column, from := range [2]int{0, ends[0]} {
			y := s.y
			for k := from; k < ends[column]; k++ {
				block(i+k, columns[column]).draw(s.page(), y)
				y += heights[i+k]
			}
			lowest = max(lowest, y)
		}
		s.y, s.last = lowest-between, nil
		if i += ends[1]; i < n {
			s.turn()
		}
	}
}

// fit is how many of the first fit into one column of so much room, and into two.
func fit(heights []float32, room float32) (ends [2]int) {
	i := 0
	for column := range ends {
		for used := float32(0); i < len(heights) && used+heights[i] <= room; i++ {
			used += heights[i]
		}
		ends[column] = i
	}
	return ends
}

// balance is the least room in which all fit into two columns.
func balance(heights []float32, most float32) float32 {
	low, high := float32(0), most
	for high-low > 1 {
		if middle := (low + high) / 2; fit(heights, middle)[1] == len(heights) {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}
