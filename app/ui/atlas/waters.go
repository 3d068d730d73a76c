package atlas

// water is a sea, gulf or lake with a line through its middle, degrees east and north,
// along which its name may stand; across 180° longitudes go on counting.
type water struct {
	id   string
	line [][2]float64
}

// Waters lists the ids of the waters that a map may name: each has a name in the
// catalogues. Waters whose name is disputed between their neighbours are left out.
func Waters() []string {
	var out []string
	for _, w := range waters {
		out = append(out, w.id)
	}
	return out
}

// waters are those that maps name, the smaller first: a gulf has its name before the
// ocean beside it.
var waters = []water{
	{"kivu", [][2]float64{{29.2, -1.75}, {29.05, -2.3}}},
	{"edward", [][2]float64{{29.6, -0.35}, {29.6, -0.45}}},
	{"albert", [][2]float64{{31.2, 2.0}, {30.7, 1.4}}},
	{"victoria", [][2]float64{{33.0, 0.0}, {33.0, -2.0}, {32.4, -1.2}}},
	{"tanganyika", [][2]float64{{29.3, -3.6}, {29.4, -5.0}, {29.8, -6.2}, {30.6, -8.2}}},
	{"turkana", [][2]float64{{36.1, 4.3}, {36.2, 2.8}}},
	{"malawi", [][2]float64{{34.3, -10.3}, {34.5, -12.0}, {34.6, -13.6}}},
	{"tana", [][2]float64{{37.3, 12.1}, {37.3, 11.8}}},
	{"chad", [][2]float64{{14.5, 13.1}, {14.2, 12.9}}},
	{"ladoga", [][2]float64{{31.0, 61.3}, {31.7, 60.4}}},
	{"van", [][2]float64{{42.6, 38.6}, {43.2, 38.7}}},
	{"titicaca", [][2]float64{{-69.8, -15.6}, {-69.1, -16.1}}},
	{"nicaragua", [][2]float64{{-85.7, 11.8}, {-85.0, 11.2}}},
	{"azov", [][2]float64{{35.5, 45.9}, {37.4, 46.4}}},
	{"channel", [][2]float64{{-4.0, 49.4}, {-1.0, 50.1}}},
	{"adriatic", [][2]float64{{13.1, 44.7}, {14.3, 43.6}, {16.0, 42.7}, {18.2, 41.6}}},
	{"tyrrhenian", [][2]float64{{10.8, 41.6}, {12.0, 40.0}, {13.5, 39.2}}},
	{"ionian", [][2]float64{{18.6, 39.6}, {18.8, 37.5}, {18.5, 36.5}}},
	{"aegean", [][2]float64{{24.8, 39.6}, {25.0, 38.6}, {25.4, 36.2}}},
	{"biscay", [][2]float64{{-6.5, 45.8}, {-3.0, 44.6}}},
	{"baltic", [][2]float64{{14.5, 54.8}, {18.2, 55.6}, {19.8, 57.5}, {20.2, 59.0}}},
	{"aden", [][2]float64{{44.6, 12.1}, {47.5, 12.6}, {50.5, 13.2}}},
	{"thailand", [][2]float64{{100.8, 11.5}, {102.0, 9.0}}},
	{"north", [][2]float64{{3.0, 52.9}, {3.5, 55.5}, {1.5, 58.0}}},
	{"black", [][2]float64{{30.0, 43.2}, {34.0, 43.2}, {38.5, 43.2}}},
	{"red", [][2]float64{{35.2, 26.2}, {37.5, 22.0}, {39.0, 19.0}, {41.3, 15.2}}},
	{"caspian", [][2]float64{{50.4, 44.3}, {50.4, 41.5}, {51.6, 38.5}}},
	{"andaman", [][2]float64{{96.0, 14.0}, {96.0, 9.0}}},
	{"java", [][2]float64{{107.5, -5.2}, {112.5, -5.2}}},
	{"timor", [][2]float64{{124.5, -11.5}, {128.0, -10.6}}},
	{"guinea", [][2]float64{{-3.0, 3.0}, {3.0, 3.5}, {7.0, 2.0}}},
	{"bengal", [][2]float64{{88.0, 18.0}, {88.0, 12.0}}},
	{"arabian", [][2]float64{{59.0, 18.0}, {64.0, 16.0}, {68.0, 13.0}}},
	{"caribbean", [][2]float64{{-79.0, 15.5}, {-72.0, 15.0}, {-65.0, 15.0}}},
	{"mexico", [][2]float64{{-94.5, 25.0}, {-88.0, 25.5}}},
	{"norwegian", [][2]float64{{2.0, 64.0}, {4.0, 68.0}}},
	{"barents", [][2]float64{{35.0, 73.0}, {45.0, 74.0}}},
	{"mediterranean", [][2]float64{{-1.0, 36.6}, {5.0, 38.5}, {9.0, 38.6}, {14.5, 34.5}, {18.0, 34.0}, {24.0, 33.6}, {30.0, 33.2}, {33.0, 33.4}}},
	{"arctic", [][2]float64{{0.0, 82.0}, {120.0, 80.0}, {210.0, 78.0}}},
	{"indian", [][2]float64{{56.0, 4.0}, {60.0, -5.0}, {75.0, -12.0}, {80.0, -28.0}, {95.0, -15.0}}},
	{"atlantic", [][2]float64{{-16.0, 47.0}, {-30.0, 40.0}, {-45.0, 28.0}, {-30.0, 5.0}, {-18.0, -8.0}, {-12.0, -25.0}, {5.0, -33.0}}},
	{"pacific", [][2]float64{{150.0, 30.0}, {170.0, 20.0}, {190.0, 10.0}, {210.0, 0.0}, {230.0, -10.0}, {250.0, -25.0}, {270.0, -30.0}}},
}
