/* The reducers, by the same methods as the kernel's machine code. */
#define STEPS_MAX 1000
#define TIE 1e-12

/* Where the series of a reducer lie, and in which slots it looks at them. */
struct steps {
  const double *memory;
  const long *offsets; /* offset and stride of each series */
  int series;
  const long *places;
  int count;
};

static inline double at(const struct steps *s, int series, int step) {
  return s->memory[s->offsets[2 * series] + s->offsets[2 * series + 1] * s->places[step]];
}

static double npv(const struct steps *s, double tolerance, double rate) {
  double value = 0;
  for (int i = s->count - 1; i >= 0; i--) value = (value + at(s, 0, i)) / (1 + rate);
  return value;
}

static double folded(const struct steps *s, int which) {
  double result = NAN;
  int count = 0;
  for (int i = 0; i < s->count; i++) {
    if (s->series > 1) {
      double where = at(s, 1, i);
      if (isnan(where)) return NAN;
      if (fabs(where) <= TIE) continue;
    }
    double x = at(s, 0, i);
    if (isnan(x)) return NAN;
    if (count++ == 0) result = x;
    else result = which == 0 ? (x < result ? x : result) : which == 1 ? (x > result ? x : result) : result + x;
  }
  return which == 2 ? result / count : result;
}

static double lowest(const struct steps *s, double tolerance, double unused) { return folded(s, 0); }
static double highest(const struct steps *s, double tolerance, double unused) { return folded(s, 1); }
static double average(const struct steps *s, double tolerance, double unused) { return folded(s, 2); }

static int first_step(const struct steps *s, int series) {
  for (int i = 0; i < s->count; i++) {
    double x = at(s, series, i);
    if (isnan(x)) return -1;
    if (fabs(x) > TIE) return i;
  }
  return -1;
}

static double first(const struct steps *s, double tolerance, double unused) {
  int step = first_step(s, 1);
  return step < 0 ? NAN : at(s, 0, step);
}

static double when(const struct steps *s, double tolerance, double unused) {
  int step = first_step(s, 0);
  return step < 0 ? NAN : step + 1;
}

static double payback(const struct steps *s, double tolerance, double unused) {
  double cumulative = 0, answer = NAN;
  int started = 0;
  for (int i = 0; i < s->count; i++) {
    double x = at(s, 0, i), before = cumulative;
    cumulative += x;
    if (cumulative < -tolerance) started = 1;
    else if (started && isnan(answer)) answer = i + (-before / x < 1 ? -before / x : 1);
  }
  return isnan(cumulative) ? NAN : answer;
}

struct sample {
  double value, slope, noise;
};

static struct sample value_at(const double *level, int n, double x) {
  double value = 0, slope = 0, size = 0;
  for (int i = n - 1; i >= 0; i--) {
    slope = slope * x + value;
    value = value * x + level[i];
    size = size * x + fabs(level[i]);
  }
  double rounds = 2 + n / 8.0;
  return (struct sample){value, slope, 2 * 2.220446049250313e-16 * size * (n < rounds ? n : rounds)};
}

static double root_in(const double *level, int n, double low, double high, int below) {
  double x = low <= 1 && high >= 1 ? 1 : sqrt(low * high);
  for (int step = 0; step < 100; step++) {
    struct sample s = value_at(level, n, x);
    if (fabs(s.value) <= s.noise) return x;
    if ((s.value > 0 ? 1 : -1) == below) low = x;
    else high = x;
    double newton = x - s.value / s.slope;
    int inside = newton > low && newton < high;
    if (inside && fabs(newton - x) <= 1e-9 * x) return newton;
    x = inside ? newton : sqrt(low * high);
  }
  return NAN;
}

#define SUMS 3

/* Whether the amounts, from the first or from the last on, have one root at most between 0 and 1. */
static int one_root_at_most(const double *x, int n, int step) {
  double sums[SUMS] = {0}, errors[SUMS] = {0}, last[SUMS] = {0};
  int changes[SUMS] = {0}, unsure[SUMS] = {0}, tail = 0;
  for (int i = 0; i < n; i++, x += step) {
    for (int k = 0; k < SUMS; k++) {
      sums[k] += k == 0 ? *x : sums[k - 1];
      errors[k] += (k == 0 ? 0 : errors[k - 1]) + 2.220446049250313e-16 * fabs(sums[k]);
      unsure[k] |= fabs(sums[k]) <= errors[k];
      changes[k] += sums[k] * last[k] < 0;
      last[k] = copysign(1, sums[k]);
    }
  }
  for (int k = 0; k < SUMS; k++) {
    if (fabs(sums[k]) <= errors[k]) return 0;
    if (k > 0) tail += sums[k] * last[k - 1] < 0;
    if (!unsure[k] && changes[k] + tail <= 1) return 1;
  }
  return 0;
}

/* The roots of a level between its turning points, which stand in the list. */
static int roots_between(const double *level, int n, double *roots, int found) {
  double before = 1e-3, next[17];
  int sign_before = level[0] > 0 ? 1 : -1, count = 0;
  for (int i = 0; i <= found; i++) {
    double x = i < found ? roots[i] : 1e3;
    int sign = (i < found ? value_at(level, n, x).value : level[n - 1]) > 0 ? 1 : -1;
    if (sign != sign_before) next[count++] = root_in(level, n, before, x, sign_before);
    before = x;
    sign_before = sign;
  }
  memcpy(roots, next, sizeof next);
  return count;
}

static double irr(const struct steps *s, double tolerance, double unused) {
  static double levels[16][STEPS_MAX];
  double roots[17] = {1};
  int n = 0, depth = 0, found = 0, last = 0;
  for (int i = 0; i < s->count; i++) {
    double x = at(s, 0, i);
    if (fabs(x) <= tolerance) x = 0;
    if (n > 0 || x != 0) levels[0][n++] = x;
    if (x != 0) last = n;
  }
  n = last;
  if (n == 0) return NAN;
  if (one_root_at_most(levels[0], n, 1) && one_root_at_most(levels[0] + n - 1, n, -1)) {
    found = roots_between(levels[0], n, roots, 1);
    return found == 1 ? 1 / roots[0] - 1 : NAN;
  }
  last = 0;
  for (int i = 1; i < n && depth < 15; i++) {
    if (levels[0][i] == 0) continue;
    if ((levels[0][i] > 0) != (levels[0][last] > 0)) {
      double cut = (last + i) / 2.0;
      for (int j = 0; j < n; j++) levels[depth + 1][j] = levels[depth][j] * (j - cut);
      depth++;
    }
    last = i;
  }
  for (int d = depth; d >= 0; d--) found = roots_between(levels[d], n, roots, found);
  return found == 1 ? 1 / roots[0] - 1 : NAN;
}
