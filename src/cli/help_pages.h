// Help pages that fit a terminal of 80 columns.
#pragma once

namespace CLI {
class App;
}

namespace ibtikar::cli {

/// Gives `app`, and every command that it gets from now on, help pages whose lines wrap.
void wrap_help_pages(CLI::App& app);

}  // namespace ibtikar::cli
