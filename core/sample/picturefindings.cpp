#include "core/sample/picturefindings.h"

#include "core/base/task.h"
#include "core/sample/agreement.h"
#include "core/sample/hypotheses.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

// What a hypothesis must win by. On sections whose expression was shuffled and whose outline was taken away, so that nothing
// can be known, 3 sigmas gave one false alarm in a hundred; an unspoilt section with its outline gave none.
constexpr double convincing = 3.0; ///< sigmas over the given alignment
constexpr double convincingIfLarge = 1.64;
constexpr double largeDifference = 0.3; ///< of the tissue agreement
constexpr double ahead = 1.5;           ///< sigmas over the next best hypothesis
constexpr double leastGain = 0.03;      ///< loss per probe
constexpr double convincingShift = 4.0; ///< sigmas; the best of hundreds of shifts
constexpr double leastShiftGain = 0.05;
constexpr double leastShiftPitches = 1.0;
constexpr int reachPitches = 6; ///< of the search for a shift, and no more than a part of the section
constexpr double reachOfExtent = 0.2;
constexpr double finestStep = 0.125;
// A slip by a known factor is believed only when no factor near it fits the picture better still.
constexpr double scalesAround[] = {0.5, 0.63, 0.77, 0.87, 0.93, 1.075, 1.15, 1.3, 1.6, 2.0};
constexpr double leastTissueShare = 0.002; ///< of a picture that can tell anything
constexpr size_t leastSpots = 8;           ///< to judge by the picture
// Real sections on their own images: tissue agreement 0.81 to 0.98, R² of the expression 0.07 to 0.22 where there are more than
// a hundred spots. On the image of the next section of the same block, which is much alike, 0.71 to 0.76; on that of any other
// R² up to 0.05.
constexpr double agreementOfOwn = 0.8;
constexpr double r2OfOwn = 0.1;
constexpr size_t leastSpotsToDoubt = 150;

struct Judged
{
    Hypothesis hypothesis;
    Agreement agreement;
    Level0Point shift; ///< level-0 px that are added to the hypothesis
};

class Search
{
public:
    Search(const SpatialSection& section, const Slide& slide, const Alignment& given, Task& task)
        : m_section(section)
        , m_info(slide.info())
        , m_given(given)
        , m_task(task)
        , m_map(readTissueMap(slide, task))
        , m_probes(probesOf(section, task))
    {}

    AlignmentProof result()
    {
        if (m_probes.inside.empty())
            return {};
        for (const Hypothesis& hypothesis : hypothesesAbout(m_given, m_section, m_info))
            m_all.push_back(judged(hypothesis, {}));
        const Agreement& now = m_all.front().agreement;
        m_proof.score = AlignmentScore{now.onPicture, now.onTissue, now.outsideOnTissue, now.tissueAgreement, now.expressionR2};
        if (m_map.tissueShare() < leastTissueShare) {
            foretold();
            m_proof.findings.push_back(
                {AlignmentFinding::Kind::noTissue,
                 SPACRD_TR("core", "The image shows no tissue, so nothing tells whether the spots lie right."),
                 {},
                 {},
                 {},
                 0.0});
        } else if (m_probes.inside.size() >= leastSpots) {
            decide();
        } else {
            foretold();
        }
        return std::move(m_proof);
    }

private:
    Judged judged(const Hypothesis& hypothesis, Level0Point shift)
    {
        m_task.check();
        Judged judged{hypothesis, {}, shift};
        AffineNumbers numbers = hypothesis.alignment.numbers();
        numbers[2] += shift.x;
        numbers[5] += shift.y;
        if (const auto moved = Alignment::of(numbers))
            judged.hypothesis.alignment = *moved;
        else
            judged.shift = {};
        judged.agreement = agreementOf(m_probes, m_map, judged.hypothesis.alignment);
        return judged;
    }

    /// 1 = as much as a section's own image shows, by its outline or by what the expression says.
    static double evidenceOf(const Agreement& agreement)
    {
        return std::max(agreement.tissueAgreement / agreementOfOwn, agreement.expressionR2 / r2OfOwn);
    }

    /// `settled` is the best that can be made of section and image. Where it is not good there is no fix.
    void doubtImage(const Judged& settled)
    {
        if (m_probes.inside.size() < leastSpotsToDoubt || evidenceOf(settled.agreement) >= 1.0)
            return;
        m_proof.findings = {
            {AlignmentFinding::Kind::noMatch,
             SPACRD_TR("core", "Neither the outline of the tissue nor the expression fits the image well, wherever the spots are "
                               "put; check that it is the image of this section, and its scale."),
             {},
             {},
             {},
             0.0}};
    }

    Advantage over(const Judged& other, const Judged& one) const { return advantageOf(other.agreement, one.agreement, m_probes); }

    /// A slip that the numbers in the files ask for, where the picture says nothing.
    void foretold()
    {
        const auto found = std::find_if(m_all.begin(), m_all.end(), [](const Judged& judged) {
            return judged.hypothesis.foretold && judged.hypothesis.orientation == Orientation::asItIs
                   && !judged.hypothesis.cropped;
        });
        if (found != m_all.end())
            add(*found, 0.0);
    }

    /// The best place within a few pitches of a hypothesis: coarse over all, then finer around the best.
    Judged withBestShift(const Judged& from)
    {
        const double pitch = m_probes.pitchPx * from.hypothesis.alignment.scale();
        Judged best = from;
        if (!(pitch > 0.0))
            return best;
        double step = 1.0;
        int reach = std::clamp(static_cast<int>(reachOfExtent * m_probes.extentPitches), 1, reachPitches);
        while (step >= finestStep) {
            const Level0Point centre = best.shift;
            for (int i = -reach; i <= reach; ++i) {
                for (int j = -reach; j <= reach; ++j) {
                    Judged tried = judged(from.hypothesis, {centre.x + i * step * pitch, centre.y + j * step * pitch});
                    if (tried.agreement.loss < best.agreement.loss)
                        best = std::move(tried);
                }
            }
            step /= 2.0;
            reach = 1;
        }
        return best;
    }

    bool isShifted(const Judged& shifted, const Judged& from) const
    {
        const double pitch = m_probes.pitchPx * from.hypothesis.alignment.scale();
        const Advantage advantage = over(shifted, from);
        return std::hypot(shifted.shift.x, shifted.shift.y) >= leastShiftPitches * pitch && advantage.gain >= leastShiftGain
               && advantage.sigmas >= convincingShift;
    }

    /// A large difference in what is seen under the spots needs less proof: few spots cannot give much.
    bool beats(const Judged& other, const Judged& one) const
    {
        const Advantage advantage = over(other, one);
        const bool large = other.agreement.tissueAgreement - one.agreement.tissueAgreement >= largeDifference;
        return advantage.gain >= leastGain && advantage.sigmas >= (large ? convincingIfLarge : convincing);
    }

    /// The best hypothesis of those that `belongs` admits; null when there is none.
    template <typename Belongs>
    const Judged* bestOf(Belongs belongs) const
    {
        const Judged* best = nullptr;
        for (const Judged& judged : m_all) {
            if (belongs(judged) && (!best || judged.agreement.loss < best->agreement.loss))
                best = &judged;
        }
        return best;
    }

    void decide()
    {
        const Judged& given = m_all.front();
        // One thing that is wrong is believed before two are.
        const Judged* best = bestOf([](const Judged& judged) { return judged.hypothesis.parts() <= 1; });
        const Judged* several = bestOf([](const Judged& judged) { return judged.hypothesis.parts() > 1; });
        if (several && beats(*several, *best))
            best = several;
        const bool foretold = best->hypothesis.foretold && over(*best, given).gain > 0.0;
        const bool wrong = best != &given && (foretold || beats(*best, given));
        const Judged moved = withBestShift(given);
        if (isShifted(moved, given) && !(wrong && over(*best, moved).sigmas >= ahead))
            decideMoved(moved, given);
        else if (wrong)
            decideBetween(*best, given);
        else
            doubtImage(given);
    }

    /// True when another scale, that nothing in the files asks for, is better than the slip that is the best of those that do.
    bool isScaleUnknown(const Judged& best)
    {
        if (best.hypothesis.slip == ScaleSlip::none || best.hypothesis.foretold)
            return false;
        return std::any_of(std::begin(scalesAround), std::end(scalesAround), [&](double factor) {
            Hypothesis scaled = best.hypothesis;
            AffineNumbers numbers = scaled.alignment.numbers();
            for (double& number : numbers)
                number *= factor;
            const auto alignment = Alignment::of(numbers);
            if (!alignment)
                return false;
            scaled.alignment = *alignment;
            return beats(judged(scaled, {}), best);
        });
    }

    /// `best` beats the given alignment; is it also the only one of its kind that does?
    void decideBetween(const Judged& best, const Judged& given)
    {
        if (isScaleUnknown(best)) {
            m_proof.findings.push_back(
                {AlignmentFinding::Kind::scaleSlip,
                 SPACRD_TR("core",
                           "The spots do not fit the image at this scale, nor at one that the files name; give its pixels "
                           "per full-resolution pixel with --slide-scale, or align it by landmarks."),
                 {},
                 {},
                 {},
                 over(best, given).sigmas});
            return; // at a scale that is not known the right image does not fit either
        }
        const int parts = best.hypothesis.parts();
        const Judged* second = bestOf([&](const Judged& judged) {
            return &judged != &best && !judged.hypothesis.isNothing() && judged.hypothesis.parts() <= parts;
        });
        if (!second || over(best, *second).sigmas >= ahead) {
            add(best, over(best, given).sigmas);
            doubtImage(best);
            return;
        }
        m_proof.findings.push_back(
            {kindOf(best.hypothesis),
             Text(SPACRD_TR("core",
                            "The spots do not seem to lie right on the image; \"%1\" and \"%2\" would both be better, and "
                            "nothing decides between them."),
                  {best.hypothesis.name(), second->hypothesis.name()}),
             {},
             {},
             {},
             over(best, given).sigmas});
        doubtImage(best);
    }

    /// Moving the spots makes them agree better than turning them does; does doing both?
    void decideMoved(const Judged& moved, const Judged& given)
    {
        Judged best = moved;
        for (const Judged& judged : m_all) {
            const Hypothesis& hypothesis = judged.hypothesis;
            if (hypothesis.slip != ScaleSlip::none || hypothesis.cropped || hypothesis.isNothing())
                continue;
            Judged both = withBestShift(judged);
            if (both.agreement.loss < best.agreement.loss)
                best = std::move(both);
        }
        if (beats(best, moved)) {
            add(best, over(best, given).sigmas);
            doubtImage(best);
        } else {
            addShift(moved, given); // which says that it may be another's
        }
    }

    static AlignmentFinding::Kind kindOf(const Hypothesis& hypothesis)
    {
        if (hypothesis.slip != ScaleSlip::none)
            return AlignmentFinding::Kind::scaleSlip;
        if (hypothesis.orientation != Orientation::asItIs)
            return AlignmentFinding::Kind::orientation;
        return AlignmentFinding::Kind::boundsOffset;
    }

    void add(const Judged& judged, double sigmas)
    {
        const Hypothesis& hypothesis = judged.hypothesis;
        const std::string name = hypothesis.name() + (judged.shift != Level0Point{} ? "+shift" : "");
        m_proof.findings.push_back(
            {kindOf(hypothesis), explanationOf(hypothesis, name), name, labelOf(hypothesis), hypothesis.alignment, sigmas});
    }

    void addShift(const Judged& moved, const Judged& given)
    {
        const Text explanation(
            SPACRD_TR("core", "The spots seem to be shifted against the image, or it is that of another section; they fit better "
                              "when moved by about %1 of its pixels in x and %2 in y (--align shift)."),
            {toWord(std::round(moved.shift.x)), toWord(std::round(moved.shift.y))});
        m_proof.findings.push_back({AlignmentFinding::Kind::shift, explanation, "shift",
                                    Text(SPACRD_TR("core", "Move the spots by %1, %2 pixels"),
                                         {toWord(std::round(moved.shift.x)), toWord(std::round(moved.shift.y))}),
                                    moved.hypothesis.alignment, over(moved, given).sigmas});
    }

    const SpatialSection& m_section;
    const SlideInfo& m_info;
    const Alignment& m_given;
    Task& m_task;
    TissueMap m_map;
    Probes m_probes;
    std::vector<Judged> m_all;
    AlignmentProof m_proof;
};

} // namespace

AlignmentProof picturedProof(const SpatialSection& section, const Slide& slide, const Alignment& given, Task& task)
{
    return Search(section, slide, given, task).result();
}

} // namespace spacrd
