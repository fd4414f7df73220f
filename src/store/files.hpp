#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "store/descriptor.hpp"
#include "store/version.hpp"

namespace escalate {

/// The bytes of a file, and which state of it they are.
struct FileContent {
  std::string bytes;
  Version version;
};

/// Reads a regular file of at most `most` bytes; never waits for a pipe, follows no symbolic link in the last place,
/// reads again if the file changed meanwhile. Fails with `data`; the failure has one fault, with the file as its place,
/// and its text says the same in one sentence. `name` is what messages call the file, already safe to print; without
/// it they give the path.
Result<FileContent> read_file(const std::filesystem::path& path, std::size_t most, std::string_view name = {});

/// Opens `name` in the folder for reading as `read_file` does; waits up to a second for a file server to let go of it.
/// Without success the result is not open, and errno says why.
Descriptor open_to_read(int folder, const char* name);

}  // namespace escalate
