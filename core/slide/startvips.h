#pragma once

namespace spacrd {

/// Starts libvips once for the process; every later call returns at once. Thread-safe. Call before any other call of libvips:
/// it also turns libvips' operation cache off (a file that changed on disk must be read again) and sends its messages to our log.
/// Throws Error when libvips cannot start.
void startVips();

} // namespace spacrd
