/* What printed programs call, and a clock around them. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline double least(double a, double b) { return b < a ? b : a; }
static inline double greatest(double a, double b) { return a < b ? b : a; }

static inline double strictLeast(double a, double b) { return a != a || a < b ? a : b; }
static inline double strictGreatest(double a, double b) { return a != a || a > b ? a : b; }

static double sum(const double *x, long n) {
  double s = 0;
  for (long i = 0; i < n; i++) s += x[i];
  return s;
}

static double pow2(double base, double exponent) {
  double size = fabs(exponent);
  if (size <= 4096 && floor(size) == size) {
    double square = base, product = 1;
    for (unsigned rest = (unsigned)size; rest != 0; rest >>= 1, square *= square)
      if (rest & 1) product *= square;
    double result = exponent < 0 ? 1 / product : product;
    if (isfinite(base + product + result)) return result;
  }
  double result = pow(base, exponent);
  return isfinite(result) && isfinite(base) && isfinite(exponent) ? result : NAN;
}

static double pmt3(double rate, double count, double pv) {
  if (count >= 1 && count <= 4096 && floor(count) == count && rate > 0) {
    double square = rate, grown = 0;
    for (unsigned rest = (unsigned)count; rest != 0; rest >>= 1, square *= 2 + square)
      if (rest & 1) grown = grown + square + grown * square;
    return -(pv * rate * (1 + grown) / grown);
  }
  double worth = rate == 0 ? count : -expm1(-count * log1p(rate)) / rate;
  return -(pv / worth);
}

/* A line's value in the period that contains a month; 0 outside the periods. */
static double in_month(const double *line, int stride, double month, const long *months, long periods, long step) {
  if (isnan(month)) return NAN;
  long wanted = lround(month), low = 0, high = periods;
  while (low < high) {
    long middle = (low + high) / 2;
    if (months[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return low > 0 && wanted < months[low - 1] + step ? line[stride * low] : 0;
}

#include "reducers.c"

int run(double *memory);

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec * 1e-3;
}

/* MEMORY-FILE RUNS: prints the least microseconds of a run and whether it was faulty; leaves the memory after the last run in the file. */
int main(int argc, char **argv) {
  FILE *file = argc == 3 ? fopen(argv[1], "r+b") : NULL;
  if (file == NULL) return 1;
  fseek(file, 0, SEEK_END);
  size_t bytes = ftell(file);
  double *memory = aligned_alloc(64, (bytes + 63) / 64 * 64);
  rewind(file);
  if (fread(memory, 1, bytes, file) != bytes) return 1;
  double best = 1e30;
  int faulty = 0;
  for (int i = 0; i < atoi(argv[2]); i++) {
    double start = now();
    faulty = run(memory);
    double took = now() - start;
    if (took < best) best = took;
  }
  rewind(file);
  fwrite(memory, 1, bytes, file);
  printf("%.3f %d\n", best, faulty);
  return 0;
}
