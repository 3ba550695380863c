#pragma once

#include <QProxyStyle>

namespace spacrd {

/// Fusion, whose outlines are the window's colour made darker: on a dark window check boxes, radio buttons and input fields would
/// not be seen. There they get a light one. Its icons of standard buttons are dark on any window: here they have none.
class ThemeStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ThemeStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                  QStyleHintReturn* returned = nullptr) const override;
};

} // namespace spacrd
