# Finds LibTorch: the target `torch`.
#
# The system's by default, or the one that Torch_DIR or CMAKE_PREFIX_PATH names. SPACRD_LIBTORCH names the folder (with include/
# and lib/) of a downloaded LibTorch or of a PyTorch install. Its libraries are then linked without asking its own CMake files:
# those of a build with CUDA want the CUDA compiler, which is for people who write kernels and is not on a computing node.
set(SPACRD_LIBTORCH "" CACHE PATH "LibTorch to build against: a folder with include/ and lib/; empty = the system's or Torch_DIR")
option(SPACRD_CUDA "Refuse a LibTorch without CUDA" OFF)

# Only LibTorch's own headers: a PyTorch install has copies of other libraries' beside them (fmt, pybind11), which must not
# hide those that we link.
function(spacrd_link_torch_headers into)
    file(REMOVE_RECURSE ${into})
    file(MAKE_DIRECTORY ${into})
    foreach(folder ATen c10 caffe2 torch)
        if(EXISTS ${SPACRD_LIBTORCH}/include/${folder})
            file(CREATE_LINK ${SPACRD_LIBTORCH}/include/${folder} ${into}/${folder} SYMBOLIC)
        endif()
    endforeach()
endfunction()

function(spacrd_import_libtorch)
    set(lib ${SPACRD_LIBTORCH}/lib)
    foreach(needed include/torch/csrc/api/include/torch/torch.h lib/libtorch.so lib/libtorch_cpu.so lib/libc10.so)
        if(NOT EXISTS ${SPACRD_LIBTORCH}/${needed})
            message(FATAL_ERROR "SPACRD_LIBTORCH is no LibTorch: ${SPACRD_LIBTORCH}/${needed} is not there. Name the folder that holds "
                                "include/ and lib/; of a PyTorch install: python3 -c 'import torch; print(torch.__path__[0])'")
        endif()
    endforeach()
    set(headers ${CMAKE_BINARY_DIR}/libtorch/include)
    spacrd_link_torch_headers(${headers})
    # Nothing of ours calls into the CUDA libraries, so a linker that drops what is not called would drop them; but only when
    # they are loaded does LibTorch have CUDA.
    set(libraries ${lib}/libtorch_cpu.so ${lib}/libc10.so)
    foreach(cuda c10_cuda torch_cuda)
        if(EXISTS ${lib}/lib${cuda}.so)
            list(APPEND libraries "-Wl,--no-as-needed,\"${lib}/lib${cuda}.so\" -Wl,--as-needed")
        endif()
    endforeach()
    add_library(torch SHARED IMPORTED GLOBAL)
    # What the CUDA libraries need lies in folders of their own and is found when the program starts.
    set_target_properties(torch PROPERTIES
        IMPORTED_LOCATION ${lib}/libtorch.so
        INTERFACE_INCLUDE_DIRECTORIES "${headers};${headers}/torch/csrc/api/include"
        INTERFACE_LINK_LIBRARIES "${libraries}"
        INTERFACE_LINK_OPTIONS "LINKER:--allow-shlib-undefined")
    # The old ABI of the standard library, as PyTorch's own packages for Linux had it before 2.7.
    set(config ${SPACRD_LIBTORCH}/share/cmake/Torch/TorchConfig.cmake)
    if(EXISTS ${config})
        file(STRINGS ${config} flags REGEX "_GLIBCXX_USE_CXX11_ABI=[01]")
        set(TORCH_CXX_FLAGS "${flags}" PARENT_SCOPE)
    endif()
endfunction()

if(SPACRD_LIBTORCH)
    cmake_path(ABSOLUTE_PATH SPACRD_LIBTORCH NORMALIZE)
    spacrd_import_libtorch()
    set(CMAKE_INSTALL_RPATH_USE_LINK_PATH ON) # it is in none of the folders where the system looks
else()
    find_package(Torch REQUIRED)
endif()

# Every library that is linked must have the same ABI, and the system's (fmt, spdlog, GEOS) have the new one.
if(TORCH_CXX_FLAGS MATCHES "_GLIBCXX_USE_CXX11_ABI=0")
    message(FATAL_ERROR "This LibTorch was built with the old C++ ABI, which the system's libraries do not have. "
                        "Take PyTorch 2.7 or later, or the download of LibTorch that is named \"cxx11 ABI\".")
endif()
if(SPACRD_CUDA AND NOT TARGET torch_cuda AND NOT EXISTS ${SPACRD_LIBTORCH}/lib/libtorch_cuda.so)
    message(FATAL_ERROR "This LibTorch has no CUDA. Name one that has: "
                        "-DSPACRD_LIBTORCH=$(python3 -c 'import torch; print(torch.__path__[0])')")
endif()
# LibTorch's own CMake files leave it to us (see core/fusion/CMakeLists.txt).
find_package(OpenMP REQUIRED COMPONENTS CXX)
