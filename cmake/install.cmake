# What `cmake --install` puts where, and the packages that `cpack` makes of it. The component `program` is for
# people who use ibtikar, `development` for programs that use the library, and `libraries` has the shared
# libraries that the program needs, for machines that lack them (`./dev tarball`).
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)

set_target_properties(ibtikar PROPERTIES INSTALL_RPATH "$ORIGIN/../lib/ibtikar")
# RPATH, not RUNPATH: libraries that libraries need are looked for there, too.
target_link_options(ibtikar PRIVATE -Wl,--disable-new-dtags)
install(TARGETS ibtikar RUNTIME_DEPENDENCY_SET needed)
install(RUNTIME_DEPENDENCY_SET needed
  PRE_EXCLUDE_REGEXES "^ld-linux" "^lib(c|m|pthread|dl|rt)\\.so" # the C library must be the machine's own
  DIRECTORIES /usr/lib /lib
  LIBRARY DESTINATION lib/ibtikar COMPONENT libraries EXCLUDE_FROM_ALL)
install(DIRECTORY rubrics/ DESTINATION ${CMAKE_INSTALL_DATADIR}/ibtikar/rubrics
  FILES_MATCHING PATTERN "*.json" PATTERN "*.md")
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright) # where Debian looks for it
install(DIRECTORY docs examples DESTINATION ${CMAKE_INSTALL_DOCDIR})

# ---- completion and manual pages -------------------------------------------------------------------

install(FILES src/cli/completion/ibtikar.bash RENAME ibtikar
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES src/cli/completion/ibtikar.zsh RENAME _ibtikar
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES src/cli/completion/ibtikar.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# The program writes its own manual pages: one per command, in each language.
install(CODE "set(ibtikar_program \"$<TARGET_FILE:ibtikar>\")\nset(ibtikar_pages \"${PROJECT_BINARY_DIR}/man\")")
install(SCRIPT cmake/write_man_pages.cmake)
install(DIRECTORY ${PROJECT_BINARY_DIR}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR})
foreach(language "" ar/)
  install(FILES packaging/man/${language}ibtikar-rubric.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/${language}man5)
endforeach()

# ---- the library -----------------------------------------------------------------------------------

# Others find it with find_package(ibtikar) or `pkg-config ibtikar`, and link ibtikar::ibtikar.
include(CMakePackageConfigHelpers)
set_target_properties(ibtikar_core PROPERTIES EXPORT_NAME ibtikar)
target_include_directories(ibtikar_core INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/ibtikar)
set_target_properties(ibtikar_shared PROPERTIES EXPORT_NAME c) # ibtikar::c
install(TARGETS ibtikar_core ibtikar_warnings ibtikar_shared EXPORT ibtikar-targets
  ARCHIVE COMPONENT development
  LIBRARY COMPONENT development)
target_include_directories(ibtikar_shared INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
# Where `.load` is told to look: lib/ibtikar/ibtikar_sqlite.so.
set_target_properties(ibtikar_sqlite PROPERTIES INSTALL_RPATH "$ORIGIN/..")
install(TARGETS ibtikar_sqlite LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/ibtikar COMPONENT development)
install(DIRECTORY packaging/python DESTINATION ${CMAKE_INSTALL_DATADIR}/ibtikar COMPONENT development
  PATTERN __pycache__ EXCLUDE)
install(DIRECTORY include/ibtikar DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT ibtikar-targets NAMESPACE ibtikar:: DESTINATION ${config_folder} COMPONENT development)
configure_package_config_file(packaging/ibtikar-config.cmake.in ${PROJECT_BINARY_DIR}/ibtikar-config.cmake
  INSTALL_DESTINATION ${config_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/ibtikar-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ibtikar-config.cmake ${PROJECT_BINARY_DIR}/ibtikar-config-version.cmake
  DESTINATION ${config_folder} COMPONENT development)
file(RELATIVE_PATH ibtikar_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/") # the folder may be moved
foreach(interface ibtikar ibtikar-c)
  configure_file(packaging/${interface}.pc.in ${PROJECT_BINARY_DIR}/${interface}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${interface}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
    COMPONENT development)
endforeach()

# ---- packages --------------------------------------------------------------------------------------

set(CPACK_PACKAGE_VENDOR ibtikar)
set(CPACK_PACKAGE_CONTACT "The maintainers of ibtikar")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # exact, from the libraries that the program is linked with
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME ibtikar)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libibtikar-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
# A static library needs the development packages of what it uses.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libexpected-dev, libfmt-dev, nlohmann-json3-dev, libsimdjson-dev, libutf8proc-dev, libmd-dev, libfribidi-dev, libxlsxwriter-dev, libminizip-dev, libexpat1-dev, libkainjow-mustache-dev, pkg-config")
set(CPACK_COMPONENTS_ALL program development)
include(CPack)
