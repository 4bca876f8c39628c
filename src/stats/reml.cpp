// likeliest_variances(): the restricted likelihood is profiled over the error's variance; the roots
// of the two ratios are found by the simplex method of Nelder and Mead, reflected at 0.
#include <algorithm>
#include <array>
#include <cmath>

#include "stats/mixed_model.h"

namespace ibtikar {
namespace {

/// Roots of the ratios: of the items, of the assessors.
using Roots = std::array<double, 2>;

constexpr double kGreatestRoot = 1e4;
constexpr int kMostSteps = 500;

struct Vertex {
  Roots at{};
  double deviance = 0;
};

VarianceRatios ratios_of(const Roots& roots, bool with_assessors) {
  const auto ratio = [](double root) { return std::pow(std::min(std::abs(root), kGreatestRoot), 2); };
  return {ratio(roots[0]), with_assessors ? ratio(roots[1]) : 0};
}

class Descent {
 public:
  Descent(const MixedModel& model, bool with_assessors) : model_(&model), with_assessors_(with_assessors) {}

  [[nodiscard]] Vertex from(double start, double step) const {
    std::array<Vertex, 3> simplex = {vertex({start, start}), vertex({start + step, start}),
                                     vertex({start, start + step})};
    for (int steps = 0; steps < kMostSteps; ++steps) {
      std::sort(simplex.begin(), simplex.end(), by_deviance);
      if (is_small(simplex)) break;
      move(simplex);
    }
    return *std::min_element(simplex.begin(), simplex.end(), by_deviance);
  }

 private:
  static bool by_deviance(const Vertex& a, const Vertex& b) { return a.deviance < b.deviance; }

  static bool is_small(const std::array<Vertex, 3>& simplex) {
    double width = 0;
    for (std::size_t v = 1; v < simplex.size(); ++v)
      for (std::size_t k = 0; k < 2; ++k)
        width = std::max(width, std::abs(simplex[v].at[k] - simplex[0].at[k]));
    return width < 1e-9;
  }

  [[nodiscard]] Vertex vertex(const Roots& at) const {
    const MixedFit fit = model_->fit(ratios_of(at, with_assessors_), Mean::fitted);
    const double error = std::max(model_->likeliest_error_variance(fit), 1e-300);
    return {at, -2 * model_->log_likelihood(fit, error)};
  }

  void move(std::array<Vertex, 3>& simplex) const {
    const auto along = [&](double share) {
      Roots at{};
      for (std::size_t k = 0; k < 2; ++k) {
        const double middle = (simplex[0].at[k] + simplex[1].at[k]) / 2;
        at[k] = middle + share * (simplex[2].at[k] - middle);
      }
      return vertex(at);
    };
    const Vertex reflected = along(-1);
    if (reflected.deviance < simplex[0].deviance) {
      const Vertex further = along(-2);
      simplex[2] = further.deviance < reflected.deviance ? further : reflected;
    } else if (reflected.deviance < simplex[1].deviance) {
      simplex[2] = reflected;
    } else {
      const Vertex nearer = along(reflected.deviance < simplex[2].deviance ? -0.5 : 0.5);
      if (nearer.deviance < std::min(reflected.deviance, simplex[2].deviance)) {
        simplex[2] = nearer;
      } else {
        for (std::size_t v = 1; v < 3; ++v) {
          Roots at{};
          for (std::size_t k = 0; k < 2; ++k) at[k] = (simplex[0].at[k] + simplex[v].at[k]) / 2;
          simplex[v] = vertex(at);
        }
      }
    }
  }

  const MixedModel* model_;
  bool with_assessors_;
};

}  // namespace

Variances likeliest_variances(const MixedModel& model, bool with_assessors) {
  const Descent descent(model, with_assessors);
  Vertex best = descent.from(0.1, 0.2);
  for (const double start : {0.5, 2.0}) {
    const Vertex other = descent.from(start, start);
    if (other.deviance < best.deviance) best = other;
  }
  const VarianceRatios ratios = ratios_of(best.at, with_assessors);
  const double error = model.likeliest_error_variance(model.fit(ratios, Mean::fitted));
  return {ratios.item * error, ratios.assessor * error, error};
}

}  // namespace ibtikar
