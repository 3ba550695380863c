#include "app/studio/alignmenttexts.h"

#include "app/studio/alignmentdialog.h"
#include "widgets/panels/texts.h"

namespace spacrd {

QString orientationText(Orientation orientation)
{
    switch (orientation) {
    case Orientation::asItIs:
        return AlignmentDialog::tr("As it is");
    case Orientation::rotate90:
        return AlignmentDialog::tr("Turned by 90° clockwise");
    case Orientation::rotate180:
        return AlignmentDialog::tr("Turned by 180°");
    case Orientation::rotate270:
        return AlignmentDialog::tr("Turned by 90° anticlockwise");
    case Orientation::flipX:
        return AlignmentDialog::tr("Left and right exchanged");
    case Orientation::flipY:
        return AlignmentDialog::tr("Top and bottom exchanged");
    case Orientation::transpose:
        return AlignmentDialog::tr("Mirrored at the falling diagonal");
    case Orientation::transverse:
        return AlignmentDialog::tr("Mirrored at the rising diagonal");
    }
    return {};
}

QString findingText(const AlignmentFinding& finding)
{
    if (finding.fix) {
        switch (finding.kind) {
        case AlignmentFinding::Kind::scaleSlip:
            return AlignmentDialog::tr("The spots and the image seem to be counted in pixels of different size.");
        case AlignmentFinding::Kind::orientation:
            return AlignmentDialog::tr("The spots seem to be turned or mirrored against the image.");
        case AlignmentFinding::Kind::boundsOffset:
            return AlignmentDialog::tr(
                "The spots seem to be measured from the corner of the scanned part, not of the whole slide.");
        case AlignmentFinding::Kind::shift:
            return AlignmentDialog::tr("The spots seem to be shifted against the image.");
        default:
            break;
        }
    }
    return translated(finding.explanation);
}

} // namespace spacrd
